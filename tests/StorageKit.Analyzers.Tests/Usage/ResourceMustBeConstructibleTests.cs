using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class ResourceMustBeConstructibleTests() : UsageRuleTests(new ResourceMustBeConstructible())
{
    [Theory]
    [InlineData("abstract", "[[|StorageResource|]] public abstract class R;")]
    [InlineData("generic", "[[|StorageResource|]] public sealed class R<T>;")]
    [InlineData("private", "public static class Outer { [[|StorageResource|]] private sealed class R; }")]
    [InlineData("without a constructor that can be called", "[[|StorageResource|]] public sealed class R { R() { } }")]
    [InlineData(
        "asking for a string", "[StorageResource] public sealed class R(string [|url|]) { public string Url => url; }")]
    public Task A_resource_cannot_be(string shape, string source)
    {
        Assert.NotEmpty(shape);
        return Flags(source);
    }

    [Fact]
    public Task A_resource_is_of_no_tenant() => Flags(
        "[StorageResource] public sealed class R(TenantId [|tenant|]) { public TenantId Tenant => tenant; }",
        "'R' asks for 'tenant' of type 'TenantId', which the registry cannot supply. A resource serves all tenants: "
        + "ask for the tenant in the stores instead.");

    [Fact]
    public Task Resources_that_need_each_other_are_reported_once() => Flags(
        """
        [[|StorageResource|]] public sealed class A(B b) { public B B => b; }
        [StorageResource] public sealed class B(C c) { public C C => c; }
        [StorageResource] public sealed class C(A a) { public A A => a; }
        [StorageResource] public sealed class Outside(A a) { public A A => a; }
        """,
        "'A' needs itself: A -> B -> C -> A. Let one of them do without the other.");

    [Theory]
    [InlineData("public static Task<R?> {|SK0003:OpenAsync|}() => Task.FromResult<R?>(null);", "it returns 'Task<R?>'")]
    [InlineData("public static R {|SK0003:OpenAsync|}() => new();", "it returns 'R'")]
    [InlineData("static Task<R> {|SK0003:OpenAsync|}() => Task.FromResult(new R());", "it is not accessible")]
    [InlineData("public static Task<R> {|SK0003:OpenAsync|}<T>() => Task.FromResult(new R());", "it is generic")]
    public Task An_OpenAsync_that_would_not_be_called_is_told(string opener, string flaw) => Flags(
        $"[StorageResource] public sealed class R {{ {opener} }}",
        $"'R' has a static 'OpenAsync' that is not called: {flaw}. "
        + "Make it 'public static ValueTask<R> OpenAsync(…)', or rename it.");

    [Theory]
    [InlineData("[StorageConstructor] public R() { } public static Task<string> OpenAsync() => Task.FromResult(\"\");")]
    [InlineData("public Task OpenAsync() => Task.CompletedTask;")]
    [InlineData("public static Task OpenAsync() => Task.CompletedTask;")]
    [InlineData("static async ValueTask<string> OpenAsync(string file) { await Task.Yield(); return file; }")]
    [InlineData("public static Task<R> OpenAsync() => OpenAsync(1); static Task<R> OpenAsync(int size) => Task.FromResult(new R());")]
    public Task An_OpenAsync_that_the_author_calls_is_his_own(string members) =>
        Accepts($"[StorageResource] public sealed class R {{ {members} }}");

    [Theory]
    [InlineData("[Obsolete(\"gone\", true), [|StorageResource|]] public sealed class R;", "'R'")]
    [InlineData("[Obsolete(\"gone\", true)] public static class Old { [[|StorageResource|]] public sealed class R; }", "'Old'")]
    [InlineData("[[|StorageResource|]] public sealed class R { [Obsolete(\"gone\", true)] public R() { } }", "its constructor")]
    public Task What_is_obsolete_as_an_error_cannot_be_named(string source, string what) => Flags(
        source,
        $"'{(what == "'Old'" ? "Old.R" : "R")}' cannot be used by generated code: {what} is [Obsolete] as an error. "
        + "Leave out 'error: true', so that it is a warning.");

    [Fact]
    public Task What_is_obsolete_as_a_warning_can() =>
        Accepts("[Obsolete(\"soon\"), StorageResource] public sealed class R;");

    [Fact]
    public Task A_resource_that_several_others_need_is_no_cycle() => Accepts("""
        [StorageResource] public sealed class Top(Left left, Right right) { public object[] Parts => [left, right]; }
        [StorageResource] public sealed class Left(Base b) { public Base Base => b; }
        [StorageResource] public sealed class Right(Base b, TimeProvider time) { public object[] Parts => [b, time]; }
        [StorageResource] public sealed class Base { Base() { } public static Task<Base> OpenAsync(CancellationToken token) => Task.FromResult(new Base()); }
        """);
}
