using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StorageKit.Generators.Tests.Conformance;

/// <summary>One MSBuild property, as the compiler shows it to generators.</summary>
/// <param name="name">The property.</param>
/// <param name="value">Its value; null when it is not set.</param>
sealed class BuildProperties(string name, string? value) : AnalyzerConfigOptionsProvider
{
    public override AnalyzerConfigOptions GlobalOptions { get; } = new One($"build_property.{name}", value);

    public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

    public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;

    sealed class One(string name, string? value) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string found)
        {
            found = key == name ? value! : null!;
            return found is not null;
        }
    }
}
