namespace StorageKit.Generators.Tests;

/// <summary>Every shape of class that works: it is generated for, and the result compiles without a warning.</summary>
public sealed class OddShapeTests
{
    const string Body = AcmeSource.SinkBody;

    public static TheoryData<string, string, string> Shapes { get; } = new()
    {
        { "nested in a class", "namespace A; public static class Outer { [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { " + Body + " } }", "A.AcmeDriver" },
        { "internal", "namespace A; [StorageDriver(\"acme\")] internal sealed class Sink : IAuditSink { " + Body + " }", "A.AcmeDriver" },
        { "not sealed, with a base class", "namespace A; public abstract class Base : IAuditSink { " + Body + " } [StorageDriver(\"acme\")] public class Sink : Base;", "A.AcmeDriver" },
        { "derived from a closed generic class", "namespace A; public abstract class Base<T> : IAuditSink { " + Body + " } [StorageDriver(\"acme\")] public class Sink : Base<int>;", "A.AcmeDriver" },
        { "record", "namespace A; [StorageDriver(\"acme\")] public sealed record Sink(TimeProvider Time) : IAuditSink { " + Body + " }", "A.AcmeDriver" },
        { "record that is not sealed", "namespace A; [StorageDriver(\"acme\")] public record Sink : IAuditSink { " + Body + " }", "A.AcmeDriver" },
        { "partial, the attribute on one half", "namespace A; [StorageDriver(\"acme\")] public sealed partial class Sink; partial class Sink : IAuditSink { " + Body + " }", "A.AcmeDriver" },
        { "global namespace", "[StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { " + Body + " }", "AcmeDriver" },
        { "keyword names", "namespace @event.@namespace; [StorageResource] public class @int { } [StorageDriver(\"acme\")] public sealed class @class(@int @new) : IAuditSink { public @int Int => @new; " + Body + " }", "event.namespace.AcmeDriver" },
        { "a namespace that hides the kit and System", "namespace Acme.StorageKit.System { public class Registry; [global::StorageKit.StorageDriver(\"acme\")] public sealed class Sink : global::StorageKit.IAuditSink { " + Body.Replace("AuditEntry", "global::StorageKit.AuditEntry") + " } }", "Acme.StorageKit.System.AcmeDriver" },
        { "the author's class has the generated name", "namespace A; [StorageDriver(\"acme\")] public sealed class AcmeDriver : IAuditSink { " + Body + " }", "A.AcmeDriverRegistration" },
        { "the author has that name too", "namespace A; class AcmeDriverRegistration; [StorageDriver(\"acme\")] public sealed class AcmeDriver : IAuditSink { " + Body + " }", "A.AcmeStorageDriver" },
        { "a contract of the author's own, and a derived one", "namespace A; [StorageContract(\"quota\")] public interface IQuota; [StorageContract(\"log\")] public interface ILog : IAuditSink; [StorageDriver(\"acme\")] public sealed class Sink : ILog, IQuota { " + Body + " }", "A.AcmeDriver" },
        { "a name with a digit, a dash and an underscore", "namespace A; [StorageDriver(\"s3-west_2-\")] public sealed class Sink : IAuditSink { " + Body + " }", "A.S3West2Driver" },
        { "several constructors, one marked", "namespace A; [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { public Sink(string url) { } [StorageConstructor] internal Sink() { } " + Body + " }", "A.AcmeDriver" },
        { "several constructors, one accessible", "namespace A; [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { Sink(string url) { } public Sink() : this(\"\") { } " + Body + " }", "A.AcmeDriver" },
        { "opened asynchronously, the constructor private", "namespace A; [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { Sink() { } public static ValueTask<Sink> OpenAsync(TenantId tenant, CancellationToken token) => new(new Sink()); " + Body + " }", "A.AcmeDriver" },
        { "an optional parameter in between", "namespace A; [StorageDriver(\"acme\")] public sealed class Sink(TimeProvider time, int @in = 3, TenantId @out = default, params string[] more) : IAuditSink { public object[] Parts => [time, @in, @out, more]; " + Body + " }", "A.AcmeDriver" },
        { "a required member that the constructor sets", "namespace A; [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { public required int X { get; init; } [System.Diagnostics.CodeAnalysis.SetsRequiredMembers] public Sink() => X = 1; " + Body + " }", "A.AcmeDriver" },
        { "a closed generic contract", "namespace A; [StorageContract(\"kv\")] public interface IKv<T>; [StorageDriver(\"acme\")] public sealed class Kv : IKv<string>;", "A.AcmeDriver" },
        { "obsolete", "namespace A; [Obsolete(\"soon\")] [StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { " + Body + " }", "A.AcmeDriver" },
    };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void A_driver_may_be(string shape, string source, string registration)
    {
        var run = Kit.Generators.Run("using StorageKit;\n" + source);

        run.AssertSound();
        Assert.True(run.Output.GetTypeByMetadataName(registration) is not null, $"{shape}: {string.Join('\n', run.Sources.Select(each => each.SourceText))}");
    }

    [Fact]
    public void Two_drivers_stand_in_one_assembly()
    {
        var run = Kit.Generators.Run(AcmeSource.Sink("ab", "One"), AcmeSource.Sink("a-b", "Two")).AssertSound();

        // The generated names differ in capitals only, which file names must survive.
        Assert.Equal(["a-b.Driver.g.cs", "ab.Driver.g.cs"], run.Sources.Select(source => source.HintName));
    }

    [Fact]
    public void A_driver_of_internal_classes_only_is_internal()
    {
        var run = Kit.Generators.Run(AcmeSource.Sink("acme").Replace("public sealed", "internal sealed"));

        Assert.Contains("internal static class AcmeDriver", run.Source("acme.Driver.g.cs"));
    }
}
