using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class StoreMustBeDeclaredTests() : UsageRuleTests(new StoreMustBeDeclared())
{
    const string Driver = "[StorageDriver(\"acme\")] public sealed class Declared : IAuditSink { " + Sink + " }\n";

    [Fact]
    public async Task A_public_store_beside_a_driver_is_a_warning()
    {
        const string Source = Driver + "public class [|Forgotten|] : IAuditSink { " + Sink + " }";

        await Flags(Source, "'Forgotten' implements a storage contract, but is no store of a driver, so nothing registers or certifies it. Add [StorageDriver], or say [NotADriver].");

        var found = await Analyzer.AnalyzeAsync("using StorageKit;" + Source.Replace("[|", "").Replace("|]", ""));
        Assert.Equal(DiagnosticSeverity.Warning, Assert.Single(found).Severity);
    }

    [Theory]
    [InlineData("says that it is no driver", "[NotADriver] public class X : IAuditSink { " + Sink + " }")]
    [InlineData("is internal, so a test double or a part", "class X : IAuditSink { " + Sink + " }")]
    [InlineData("is abstract, for drivers to derive from", "public abstract class X : IAuditSink { " + Sink + " }")]
    [InlineData("is generic", "public class X<T> : IAuditSink { " + Sink + " }")]
    [InlineData("wraps another store", "public class X(IAuditSink inner) : IAuditSink { public IAuditSink Inner => inner; " + Sink + " }")]
    [InlineData("is nested in an internal class", "class Outer { public class X : IAuditSink { " + Sink + " } }")]
    [InlineData("is another contract", "public interface IX : IAuditSink;")]
    public Task A_type_need_not_be_declared_that(string reason, string source)
    {
        Assert.NotEmpty(reason);
        return Accepts(Driver + source);
    }

    [Fact]
    public Task A_project_without_drivers_is_left_alone() => Accepts("public class X : IAuditSink { " + Sink + " }");
}
