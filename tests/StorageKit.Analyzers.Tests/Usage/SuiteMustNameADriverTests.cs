using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Usage;
using StorageKit.Conformance;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class SuiteMustNameADriverTests()
    : UsageRuleTests(new SuiteMustNameADriver(), typeof(ConformanceSuite).Assembly)
{
    const string Using = "using StorageKit.Conformance;\n";

    /// <summary>What the generator writes, so that the source compiles.</summary>
    const string Body = "{ protected override ConformanceManifest Manifest => new(\"\", _ => { }, [], []); }";

    static readonly string Driver = $"\n[StorageDriver(\"acme\")] public sealed class Sink : IAuditSink {{ {Sink} }}";

    [Theory]
    [InlineData(
        "[[|ConformanceSuite(\"acem\")|]] public sealed partial class S : ConformanceSuite",
        "'acem' is a driver of neither this project nor its references. Write 'acme'.")]
    [InlineData(
        "[[|ConformanceSuite(\"ACME\")|]] public sealed partial class S : ConformanceSuite",
        "'ACME' is a driver of neither this project nor its references. Write 'acme'.")]
    [InlineData(
        "[[|ConformanceSuite(\"postgres\")|]] public sealed partial class S : ConformanceSuite",
        "'postgres' is a driver of neither this project nor its references. The drivers are acme.")]
    [InlineData(
        "[[|ConformanceSuite(\"acme\")|]] public sealed class S : ConformanceSuite",
        "'S' is a suite that is not partial, so its tests cannot be written into it. Add 'partial'.")]
    [InlineData(
        "[[|ConformanceSuite(\"acme\")|]] sealed partial class S : ConformanceSuite",
        "'S' is a suite that is not public, so xunit does not run its tests. Add 'public'.")]
    [InlineData("[[|ConformanceSuite(\"acme\")|]] file sealed partial class S : ConformanceSuite", null)]
    [InlineData(
        "[[|ConformanceSuite(\"acme\")|]] public sealed partial class S<T> : ConformanceSuite",
        "'S<T>' is a generic, abstract or static suite, so no test of it can be run. Make it a plain class.")]
    [InlineData("[[|ConformanceSuite(\"acme\")|]] public abstract partial class S : ConformanceSuite", null)]
    public Task A_suite_cannot_be_generated(string source, string? message) =>
        Flags($"{Using}{source} {Body}{Driver}", message);

    [Theory]
    [InlineData(
        "[[|ConformanceSuite(\"acme\")|]] public sealed partial class S;",
        "'S' does not derive from 'ConformanceSuite'. Add ': ConformanceSuite'.")]
    [InlineData("[[|ConformanceSuite(\"acme\")|]] public static partial class S;", null)]
    [InlineData(
        "public partial class Outer { [[|ConformanceSuite(\"acme\")|]] public sealed partial class S; }",
        "'Outer.S' is a nested suite. Move it to the namespace.")]
    public Task A_suite_without_a_base_cannot_be_generated(string source, string? message) =>
        Flags(Using + source + Driver, message);

    [Fact]
    public Task A_project_without_any_driver_is_told_to_reference_one() => Flags(
        $"{Using}[[|ConformanceSuite(\"acme\")|]] public sealed partial class S : ConformanceSuite {Body}",
        "'acme' is a driver of neither this project nor its references. Reference the project that has the driver.");

    [Theory]
    [InlineData("[ConformanceSuite(\"acme\")] public sealed partial class S : ConformanceSuite")]
    [InlineData("[ConformanceSuite(\"acme\")] public partial class S : ConformanceSuite")]
    [InlineData("namespace A.B; [ConformanceSuite(\"acme\")] public sealed partial class @class : ConformanceSuite")]
    [InlineData(
        "public abstract class Base : ConformanceSuite; [ConformanceSuite(\"acme\")] public sealed "
        + "partial class S : Base")]
    [InlineData(
        "[ConformanceSuite(\"acme\")] public sealed partial class S; public partial class S : ConformanceSuite")]
    [InlineData("public sealed class ByHand : ConformanceSuite")]
    public Task A_suite_may_be(string source) => Accepts($"{Using}{source} {Body}{Driver}");

    [Fact]
    public Task A_driver_may_have_several_suites() => Accepts(
        $"{Using}[ConformanceSuite(\"acme\")] public partial class S : ConformanceSuite {Body} "
        + $"[ConformanceSuite(\"acme\")] public partial class T : ConformanceSuite {Body}{Driver}");

    [Fact]
    public async Task A_driver_of_a_reference_is_known_and_the_nearest_name()
    {
        Assert.Null(await MessageAsync("acme", "acme"));
        Assert.Equal(
            "'acmee' is a driver of neither this project nor its references. Write 'acme'.",
            await MessageAsync("acmee", "acme", "postgres"));
        Assert.Equal(
            "'redis' is a driver of neither this project nor its references. The drivers are acme, postgres.",
            await MessageAsync("redis", "postgres", "acme"));
    }

    async Task<string?> MessageAsync(string driver, params string[] referenced)
    {
        var suite = Analyzer.Compile(
            $"{Using}[ConformanceSuite(\"{driver}\")] public sealed partial class S : ConformanceSuite {Body}");
        var found = await Analyzer.GetDiagnosticsAsync(suite.AddReferences(referenced.Select(Manifest)));
        return found.SingleOrDefault()?.GetMessage();
    }

    /// <summary>An assembly as the registry generator leaves it.</summary>
    MetadataReference Manifest(string driver)
    {
        var compilation = ((CSharpCompilation)Analyzer.Compile(
            $"using StorageKit; [assembly: StorageDriverManifest(\"{driver}\", "
            + $"typeof(Of_{driver}.Driver))] namespace Of_{driver} {{ public static class Driver; }}"))
            .WithAssemblyName(driver);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
