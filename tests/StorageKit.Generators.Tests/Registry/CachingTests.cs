using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StorageKit.Generators.Tests;

/// <summary>Which edits reach the generated files, and what stays in memory.</summary>
public sealed class CachingTests
{
    const string Unrelated = "namespace Acme; public sealed class Elsewhere { public int Number => 1; }";

    static readonly string Catalog =
        "using StorageKit; namespace Acme; [StorageDrivers] internal static partial class Drivers;";

    [Theory]
    [InlineData("a type elsewhere", Unrelated, "namespace Acme; public sealed class Elsewhere { public int Number => 2; } class More;")]
    [InlineData("the body of a method", "time.GetUtcNow().Year", "time.GetUtcNow().Month")]
    [InlineData("a private member", "public string Url => options.Url;", "readonly int number = 1; public string Url => options.Url + number;")]
    public void An_edit_of(string what, string before, string after)
    {
        string[] sources = [AcmeSource.Driver, Catalog, Unrelated];
        string[] edited = [.. sources.Select(source => source.Replace(before, after))];
        Assert.False(sources.SequenceEqual(edited), what);

        Kit.Generators.RunEdit(sources, edited).AssertCompiles().AssertCached();
    }

    [Fact]
    public void An_edit_of_a_constructor_reaches_its_driver_only()
    {
        string[] before = [AcmeSource.Driver, AcmeSource.Sink("other", "Elsewhere")];
        string[] after = [AcmeSource.Driver.Replace(", TimeProvider time", "").Replace("time.GetUtcNow().Year", "1"), before[1]];

        var reasons = Kit.Generators.RunEdit(before, after).Reasons(RegistryGenerator.TrackingNames.Drivers);

        Assert.Equal([IncrementalStepRunReason.Modified, IncrementalStepRunReason.Unchanged], reasons);
    }

    [Fact]
    public void An_edit_of_a_resource_in_another_file_reaches_the_driver()
    {
        const string Resource = "using StorageKit; namespace Acme; [StorageResource] public sealed class Pool { }";
        var store = AcmeSource.Sink("acme").Replace("class Sink", "class Sink(Pool pool)").Replace("=> default;", "=> new(Task.FromResult(pool));");

        var run = Kit.Generators.RunEdit([store, Resource], [store, Resource.Replace("Pool {", "Pool(TimeProvider time) { public TimeProvider Time => time;")]);

        Assert.Equal([IncrementalStepRunReason.Modified], run.AssertCompiles().Reasons(RegistryGenerator.TrackingNames.Drivers));
    }

    [Fact]
    public void A_new_driver_in_a_referenced_assembly_reaches_the_catalog()
    {
        var project = Kit.Project("App", Catalog, Kit.AsReference(Kit.Build("One", AcmeSource.Sink("one", "One"))));
        var driver = Start().RunGenerators(project);

        var second = project.AddReferences(Kit.AsReference(Kit.Build("Two", AcmeSource.Sink("two", "Two"))));
        var result = driver.RunGenerators(second).GetRunResult();

        var step = Assert.Single(result.Results.SelectMany(each => each.TrackedSteps.GetValueOrDefault(CatalogGenerator.TrackingNames.Catalogs, [])));
        Assert.Equal(IncrementalStepRunReason.Modified, Assert.Single(step.Outputs).Reason);
        Assert.Contains("global::Two.TwoDriver.Register(registry);", result.GeneratedTrees.Single().ToString());
    }

    [Fact]
    public void No_compilation_is_kept_alive()
    {
        var driver = Start();
        var seen = Enumerable.Range(0, 50).Select(number => RunOnce(ref driver, number)).ToList();
        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();

        // The driver itself may hold the last one.
        Assert.Equal(0, seen.SkipLast(1).Count(compilation => compilation.IsAlive));
        GC.KeepAlive(driver);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    static WeakReference RunOnce(ref GeneratorDriver driver, int number)
    {
        var project = Kit.Project("App", AcmeSource.Driver + $"\n[StorageDriver(\"sink{number}\")] public sealed class Sink : IAuditSink {{ {AcmeSource.SinkBody} }}");
        driver = driver.RunGenerators(project);
        return new(project);
    }

    static GeneratorDriver Start() => CSharpGeneratorDriver.Create(
        Kit.All().Select(each => each.AsSourceGenerator()), parseOptions: TestCompilation.ParseOptions,
        driverOptions: new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: true));
}
