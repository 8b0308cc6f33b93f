using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class DriverMustBeRegistrableTests() : UsageRuleTests(new DriverMustBeRegistrable())
{
    [Theory]
    [InlineData("implements nothing", "public sealed class X;")]
    [InlineData("implements something else", "public sealed class X : IDisposable { public void Dispose() { } }")]
    [InlineData("is abstract", "public abstract class X : IAuditSink { " + Sink + " }")]
    [InlineData("is static", "public static class X;")]
    [InlineData("is generic", "public sealed class X<T> : IAuditSink { " + Sink + " }")]
    [InlineData("is visible in its file only", "file sealed class X : IAuditSink { " + Sink + " }")]
    public Task A_class_with_the_attribute_is_no_store_when_it(string shape, string source)
    {
        Assert.NotEmpty(shape);
        return Flags($"[{{|SK0001:StorageDriver(\"acme\")|}}] {source}");
    }

    [Fact]
    public Task A_class_nested_in_a_generic_one_is_no_store() => Flags(
        $"public static class Outer<T> {{ [[|StorageDriver(\"acme\")|]] public sealed class X : "
        + $"IAuditSink {{ {Sink} }} }}",
        "'Outer<T>.X' has [StorageDriver] but is generic, or nested in a generic class, "
        + "so the registry cannot make one. Move the attribute to a concrete class, or remove it.");

    [Theory]
    [InlineData("")]
    [InlineData("Acme")]
    [InlineData("1acme")]
    [InlineData("my acme")]
    [InlineData("acmé")]
    [InlineData("a12345678901234567890123456789012345678901234567890123456789012x")]
    public Task A_name_is_refused(string name) =>
        Flags($"[{{|SK0002:StorageDriver(\"{name}\")|}}] public sealed class X : IAuditSink {{ {Sink} }}");

    [Fact]
    public Task The_message_proposes_a_name() => Flags(
        $"[{{|SK0002:StorageDriver(\"My Acme!\")|}}] public sealed class X : IAuditSink {{ {Sink} }}",
        "'My Acme!' cannot be a driver's name: it starts with a to z, then has a to z, 0 to 9, '_' and '-', "
        + "at most 63 characters. Write 'my-acme'.");

    [Fact]
    public Task Two_stores_of_one_driver_serve_one_contract() => Flags(
        $$"""
        [StorageDriver("acme")] public sealed class First : IAuditSink { {{Sink}} }
        [{|SK0002:StorageDriver("acme")|}] public sealed class Second : IAuditSink { {{Sink}} }
        """,
        "'Second' and 'First' both serve 'audit_sink' for the driver 'acme'. Give one of them another driver name.");

    [Fact]
    public Task Two_interfaces_of_one_store_are_one_contract() => Flags($$"""
        [StorageContract("audit_sink")] public interface IMine;
        [{|SK0002:StorageDriver("acme")|}] public sealed class X : IAuditSink, IMine { {{Sink}} }
        """);

    [Fact]
    public Task The_name_of_the_kits_own_section_is_no_drivers_name() => Flags(
        $$"""[{|SK0002:StorageDriver("encryption")|}] public sealed class X : IAuditSink { {{Sink}} }""",
        "'encryption' cannot be a driver's name: [storage.encryption] is the section of the keys that credentials are "
        + "encrypted with. Write another one.");

    [Fact]
    public Task Two_names_are_one_in_generated_code() => Flags(
        $$"""
        [StorageDriver("a-b")] public sealed class First : IAuditSink { {{Sink}} }
        [{|SK0002:StorageDriver("a_b")|}] public sealed class Second : IAuditSink { {{Sink}} }
        """,
        "'a_b' is 'AB' in generated code, and so is the driver name 'a-b'. Rename one of them.");

    [Fact]
    public Task Stores_of_different_contracts_share_a_name() => Accepts($$"""
        [StorageContract("mine")] public interface IMine;
        [StorageDriver("acme")] public sealed class First : IAuditSink { {{Sink}} }
        [StorageDriver("acme")] public sealed class Second : IMine;
        [StorageDriver("other")] public sealed class Third : IMine;
        """);

    [Theory]
    [InlineData(
        "string url", "'X' asks for 'url' of type 'string', which the registry cannot supply. "
        + "Make 'url' a property of the driver's [StorageOptions] class and ask for that.")]
    [InlineData("Random random",
        "'X' asks for 'random' of type 'Random', which the registry cannot supply. Ask for the driver's options or "
        + "resources, 'TenantId', 'TimeProvider', 'KeyRing', 'ILoggerFactory' or 'ILogger<T>', or give the parameter a default.")]
    [InlineData(
        "Plain plain", "'X' asks for 'plain' of type 'Plain', which the registry cannot supply. "
        + "Mark 'Plain' with [StorageResource] or [StorageOptions], or give the parameter a default.")]
    [InlineData(
        "Microsoft.Extensions.Logging.ILogger logger",
        "'X' asks for 'logger' of type 'ILogger', which the registry cannot supply. Ask for 'ILogger<X>'.")]
    [InlineData(
        "CancellationToken token", "'X' asks for 'token' of type 'CancellationToken', "
        + "which the registry cannot supply. Open 'X' in a static 'OpenAsync' that takes the token.")]
    [InlineData("ref TimeProvider time",
        "'X' asks for 'time' of type 'TimeProvider', which the registry cannot supply. Take it by value.")]
    public async Task A_parameter_cannot_be_supplied(string parameter, string message)
    {
        var name = parameter[(parameter.LastIndexOf(' ') + 1)..];
        var marked = parameter[..^name.Length] + $"{{|SK0003:{name}|}}";
        await Flags(
            "public class Plain; [StorageDriver(\"acme\")] public sealed class X : "
            + $"IAuditSink {{ public X({marked}) {{ }} {Sink} }}", message);
    }

    [Theory]
    [InlineData(
        "two constructors", "public X() { } public X(TimeProvider time) { }",
        "has 2 accessible constructors. Mark the one that the registry shall call with [StorageConstructor]")]
    [InlineData(
        "two marked constructors", "[StorageConstructor] public X() { } [StorageConstructor] public X(TimeProvider "
        + "time) { }", "has 2 constructors with [StorageConstructor]. Leave the attribute on one of them")]
    [InlineData(
        "a private constructor", "X() { }", "has no accessible constructor. Make one public or internal, "
        + "or add a static 'OpenAsync' that returns 'ValueTask<X>'")]
    [InlineData(
        "a marked private constructor", "[StorageConstructor] X() { }",
        "has a constructor with [StorageConstructor] that is not accessible. Make it public or internal")]
    [InlineData(
        "two ways to open", "X() { } public static Task<X> OpenAsync() => null!; "
        + "public static Task<X> OpenAsync(TenantId tenant) => null!;",
        "has 2 methods 'OpenAsync' that return one. Leave one, or mark a constructor with [StorageConstructor]")]
    [InlineData(
        "a required member", "public X() { } public required int Size { get; init; }",
        "has the required member 'Size', which the registry does not set. Ask for it in the constructor instead")]
    public async Task A_class_cannot_be_constructed_with(string shape, string members, string message)
    {
        Assert.NotEmpty(shape);
        await Flags(
            $"[{{|SK0003:StorageDriver(\"acme\")|}}] public sealed class X : IAuditSink {{ {members} {Sink} }}",
            $"'X' {message}.");
    }

    [Fact]
    public Task A_private_class_cannot_be_constructed() => Flags(
        $"public static class Outer {{ [{{|SK0003:StorageDriver(\"acme\")|}}] private sealed class X : "
        + $"IAuditSink {{ {Sink} }} }}",
        "'Outer.X' is private or protected, so the registry cannot construct it. Make it, and the classes around it, "
        + "internal or public.");

    [Fact]
    public Task A_private_contract_cannot_be_registered() => Flags(
        "public static class Outer { [StorageContract(\"mine\")] private interface IMine; "
        + "[{|SK0003:StorageDriver(\"acme\")|}] public sealed class X : IMine; }",
        "'Outer.X' implements the contract 'Outer.IMine', which is private or protected, so nobody could ask for it. "
        + "Make it internal or public.");

    [Fact]
    public Task A_driver_has_one_options_class() => Flags(
        $$"""
        [StorageOptions] public sealed record One { public int A { get; init; } }
        [StorageOptions] public sealed record Two { public int A { get; init; } }
        [StorageResource] public sealed class Pool(Two options) { public Two Options => options; }
        [StorageContract("mine")] public interface IMine;
        [StorageDriver("acme")] public sealed class First(One options) : IAuditSink { public One Options => options; {{Sink}} }
        [{|SK0003:StorageDriver("acme")|}] public sealed class Second(Pool pool) : IMine { public Pool Pool => pool; }
        """,
        "'acme' asks for two options classes, 'One' and 'Two', but a driver has one section. "
        + "Merge them into one class, the second as a sub-table if you like.");

    [Fact]
    public Task What_is_wrong_with_a_resource_or_options_is_not_said_again_at_the_store() => Accepts($$"""
        [StorageOptions] public sealed record Options(string Url);
        [StorageResource] public sealed class Pool(string url) { public string Url => url; }
        [StorageResource] public sealed class Chain(Chain chain) { public Chain Next => chain; }
        [StorageDriver("one")] public sealed class One(Options options) : IAuditSink { public Options Options => options; {{Sink}} }
        [StorageDriver("two")] public sealed class Two(Pool pool) : IAuditSink { public Pool Pool => pool; {{Sink}} }
        [StorageDriver("three")] public sealed class Three(Chain chain) : IAuditSink { public Chain Chain => chain; {{Sink}} }
        """);

    [Fact]
    public Task Everything_that_the_registry_supplies_may_be_asked_for() => Accepts($$"""
        using Microsoft.Extensions.Logging;
        [StorageOptions] public sealed record Options { public int A { get; init; } }
        [StorageResource] public sealed class Pool(Options options) { public Options Options => options; }
        [StorageDriver("acme")]
        public sealed class X : IAuditSink
        {
            X() { }
            public static ValueTask<X> OpenAsync(
                Pool pool, Options options, in TenantId tenant, TimeProvider? time, KeyRing? ring, ILoggerFactory loggers, ILogger<X> logger,
                CancellationToken token, string name = "") => new(new X());
            {{Sink}}
        }
        """);

    [Fact]
    public async Task A_project_without_the_run_time_library_is_told()
    {
        var found = await (Analyzer with { Assemblies = [typeof(IAuditSink).Assembly] }).AnalyzeAsync(
            $"using StorageKit; [StorageDriver(\"acme\")] public sealed class X : IAuditSink {{ {Sink} }}");

        Assert.Equal(
            "'X' cannot be registered: this project does not reference StorageKit. "
            + "Reference the package 'StorageKit' beside 'StorageKit.Abstractions'.",
            Assert.Single(found).GetMessage());
    }
}
