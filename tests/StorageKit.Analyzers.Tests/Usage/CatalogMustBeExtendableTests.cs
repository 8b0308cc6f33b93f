using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using StorageKit.Analyzers.Usage;

namespace StorageKit.Analyzers.Tests.Usage;

public sealed class CatalogMustBeExtendableTests() : UsageRuleTests(new CatalogMustBeExtendable())
{
    const string Catalog = "using StorageKit; [StorageDrivers] internal static partial class Drivers;";

    [Theory]
    [InlineData("[[|StorageDrivers|]] public partial class Drivers;", "'Drivers' is a catalog, but not a static partial class without type parameters. Write '[StorageDrivers] internal static partial class Drivers;' directly in a namespace.")]
    [InlineData("[[|StorageDrivers|]] public static class Drivers;", null)]
    [InlineData("[[|StorageDrivers|]] public static partial class Drivers<T>;", null)]
    [InlineData("[[|StorageDrivers|]] file static partial class Drivers;", null)]
    [InlineData("static partial class Outer { [[|StorageDrivers|]] public static partial class Drivers; }", "'Outer.Drivers' is a catalog nested in another class. Write '[StorageDrivers] internal static partial class Drivers;' directly in a namespace.")]
    [InlineData("[[|StorageDrivers|]] static partial class Drivers { public static Registry CreateRegistry() => new(); }", "'Drivers' has a 'CreateRegistry' already, which is what is generated. Rename yours.")]
    public Task A_catalog_cannot_be_generated(string source, string? message) => Flags(source, message);

    [Theory]
    [InlineData("[StorageDrivers] internal static partial class Drivers;")]
    [InlineData("namespace A.B { [StorageDrivers] public static partial class Drivers { public static int Number => 1; } }")]
    [InlineData("[StorageDrivers] static partial class Drivers { public static Registry CreateRegistry(int number) => new(); }")]
    public Task A_catalog_may_be(string source) => Accepts(source);

    [Fact]
    public async Task Two_references_with_drivers_of_one_name_are_reported_at_the_catalog()
    {
        var app = Analyzer.Compile(Catalog).AddReferences(Manifest("One", "acme"), Manifest("Two", "acme"), Manifest("Three", "three"));

        var found = Assert.Single(await Analyzer.GetDiagnosticsAsync(app));

        Assert.Equal("SK0002", found.Id);
        Assert.Equal("'acme' is the name of a driver in 'One' and 'Two'. Rename one driver, or do without one of the references.", found.GetMessage());
        Assert.Equal("StorageDrivers", found.Location.SourceTree!.GetText().ToString(found.Location.SourceSpan));
    }

    [Fact]
    public async Task A_reference_with_a_driver_of_the_project_s_name_is_reported()
    {
        var app = Analyzer.Compile(Catalog + $"[StorageDriver(\"acme\")] public sealed class Sink : IAuditSink {{ {Sink} }}").AddReferences(Manifest("One", "acme"));

        var found = Assert.Single(await Analyzer.GetDiagnosticsAsync(app));

        Assert.StartsWith("'acme' is the name of a driver in 'TestProject' and 'One'.", found.GetMessage());
    }

    /// <summary>An assembly as the registry generator leaves it.</summary>
    MetadataReference Manifest(string assembly, string driver)
    {
        var compilation = ((CSharpCompilation)Analyzer.Compile(
            $"using StorageKit; [assembly: StorageDriverManifest(\"{driver}\", typeof({assembly}.Driver))] namespace {assembly} {{ public static class Driver; }}"))
            .WithAssemblyName(assembly);
        using var image = new MemoryStream();
        Assert.True(compilation.Emit(image).Success);
        return MetadataReference.CreateFromImage(image.ToArray());
    }
}
