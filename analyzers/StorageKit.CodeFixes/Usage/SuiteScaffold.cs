using Microsoft.CodeAnalysis;
using StorageKit.Analyzers.Config;
using StorageKit.Roslyn;

namespace StorageKit.CodeFixes.Usage;

/// <summary>The author's half of a suite, as text to start from: two lines for a driver that needs no section, else
/// with the section's required options to be filled in.</summary>
internal sealed class SuiteScaffold(
    string driver, INamedTypeSymbol store, Compilation compilation, CancellationToken cancellationToken)
{
    string ClassName => DriverName.ToPascalCase(driver) + "Conformance";

    public string FileName => ClassName + ".cs";

    public string TextFor(string space)
    {
        var head = $"""
            using StorageKit.Conformance;

            namespace {space};

            /// <summary>The driver "{driver}" against every clause of its contracts.</summary>
            [ConformanceSuite("{driver}")]
            public sealed partial class {ClassName} : ConformanceSuite
            """;
        var lines = Required()
            .Select(option => $"            {option.Key} = {Placeholder.For(option, driver)}\n")
            .ToList();
        return lines.Count == 0
            ? head + ";\n"
            : $$""""
                {{head}}
                {
                    /// <summary>What stands under [storage.{{driver}}]. Every run of the suite gets its own:
                    /// start the backend here, or give it a folder of its own.</summary>
                    protected override ValueTask<DriverHarness> StartAsync(SuiteScope scope) =>
                        new(new DriverHarness(
                            """
                {{string.Concat(lines)}}            """));
                }

                """";
    }

    IEnumerable<OptionModel> Required()
    {
        var parts = new PartsParser(compilation, new UsageProblems(), cancellationToken);
        parts.ParseStore(store, Location.None);
        return parts.OptionsTypes
            .Select(type => new OptionsParser(compilation, new UsageProblems(), cancellationToken).Parse(type))
            .OfType<OptionsModel>()
            .SelectMany(options => options.Options)
            .Where(option => option.IsRequired);
    }
}
