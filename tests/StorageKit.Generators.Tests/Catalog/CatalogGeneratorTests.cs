using Microsoft.CodeAnalysis;

namespace StorageKit.Generators.Tests;

public sealed class CatalogGeneratorTests
{
    const string Catalog = "using StorageKit; namespace App; [StorageDrivers] internal static partial class Drivers;";

    [Fact]
    public void A_catalog_registers_the_drivers_of_the_project_and_of_its_references()
    {
        var one = Kit.AsReference(Kit.Build("One", AcmeSource.Sink("one", "One")));
        var two = Kit.AsReference(Kit.Build("Two", AcmeSource.Sink("two", "Two").Replace("public sealed", "internal sealed")));

        var app = Kit.Build("App", Catalog + "[StorageDriver(\"own\")] public sealed class Sink : IAuditSink { " + AcmeSource.SinkBody + " }", one, two);

        Assert.Equal(["global::One.OneDriver.Register(registry);", "global::App.OwnDriver.Register(registry);"], Registrations(app));
    }

    [Fact]
    public void Of_two_drivers_with_one_name_the_project_s_own_is_registered()
    {
        var other = Kit.AsReference(Kit.Build("Other", AcmeSource.Sink("acme", "Other")));

        var app = Kit.Build("App", Catalog + "[StorageDriver(\"acme\")] public sealed class Sink : IAuditSink { " + AcmeSource.SinkBody + " }", other);

        Assert.Equal(["global::App.AcmeDriver.Register(registry);"], Registrations(app));
    }

    [Fact]
    public void A_catalog_without_drivers_is_empty()
    {
        Assert.Empty(Registrations(Kit.Build("App", Catalog)));
    }

    [Theory]
    [InlineData("[StorageDrivers] public static partial class Drivers { public static int CreateRegistry(int number) => number; }")]
    [InlineData("[StorageDrivers] static partial class @class;")]
    [InlineData("[StorageDrivers] static partial class Drivers; static partial class Drivers { public static int Number => 1; }")]
    public void A_catalog_may_be(string source)
    {
        var run = Kit.Generators.Run("using StorageKit;" + source).AssertSound();

        Assert.Single(run.Sources);
    }

    [Fact]
    public void A_catalog_is_written_as_here()
    {
        var run = Kit.Generators.Run(Catalog, AcmeSource.Sink("acme"));

        Snapshot.Match(run.AssertSound());
    }

    static IEnumerable<string> Registrations(Compilation app) =>
        app.SyntaxTrees.Single(tree => tree.FilePath.EndsWith("Catalog.g.cs", StringComparison.Ordinal)).ToString()
            .Split('\n').Select(line => line.Trim()).Where(line => line.Contains(".Register("));
}
