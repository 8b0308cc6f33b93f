using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class ResourceMustBeConstructibleTests() : UsageRuleTests(new ResourceMustBeConstructible())
{
    [Theory]
    [InlineData("abstract", "[[|StorageResource|]] public abstract class R;")]
    [InlineData("generic", "[[|StorageResource|]] public sealed class R<T>;")]
    [InlineData("private", "public static class Outer { [[|StorageResource|]] private sealed class R; }")]
    [InlineData("without a constructor that can be called", "[[|StorageResource|]] public sealed class R { R() { } }")]
    [InlineData("asking for a string", "[StorageResource] public sealed class R(string [|url|]) { public string Url => url; }")]
    public Task A_resource_cannot_be(string shape, string source)
    {
        Assert.NotEmpty(shape);
        return Flags(source);
    }

    [Fact]
    public Task A_resource_is_of_no_tenant() => Flags(
        "[StorageResource] public sealed class R(TenantId [|tenant|]) { public TenantId Tenant => tenant; }",
        "'R' asks for 'tenant' of type 'TenantId', which the registry cannot supply. A resource serves all tenants: ask for the tenant in the stores instead.");

    [Fact]
    public Task Resources_that_need_each_other_are_reported_once() => Flags(
        """
        [[|StorageResource|]] public sealed class A(B b) { public B B => b; }
        [StorageResource] public sealed class B(C c) { public C C => c; }
        [StorageResource] public sealed class C(A a) { public A A => a; }
        [StorageResource] public sealed class Outside(A a) { public A A => a; }
        """,
        "'A' needs itself: A -> B -> C -> A. Let one of them do without the other.");

    [Fact]
    public Task A_resource_that_several_others_need_is_no_cycle() => Accepts("""
        [StorageResource] public sealed class Top(Left left, Right right) { public object[] Parts => [left, right]; }
        [StorageResource] public sealed class Left(Base b) { public Base Base => b; }
        [StorageResource] public sealed class Right(Base b, TimeProvider time) { public object[] Parts => [b, time]; }
        [StorageResource] public sealed class Base { Base() { } public static Task<Base> OpenAsync(CancellationToken token) => Task.FromResult(new Base()); }
        """);
}
