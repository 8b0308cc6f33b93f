using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace StorageKit.Analyzers.Config;

/// <summary>
/// Reads the AdditionalFiles <c>storage.toml</c> and <c>*.storage.toml</c> as the registry would, with the drivers that
/// the project's <c>[StorageDrivers]</c> class registers, and reports at the line in the file. A project without such a
/// file pays nothing; one without such a class is told of syntax errors only.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class StorageFileAnalyzer : DiagnosticAnalyzer
{
    static readonly ImmutableArray<StorageFileRule> Rules =
    [
        new FileMustBeToml(),
        new DriverMustBeKnown(),
        new NothingRequiredMayBeMissing(),
        new ValueMustFitItsOption(),
        new KeyMustBeAnOption(),
        new EverythingMustBeRead(),
        new SecretMustStandElsewhere(),
    ];

    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
        [.. Rules.Select(rule => rule.Descriptor)];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            if (!start.Options.AdditionalFiles.Any(IsStorageFile)) return;
            var drivers = new Lazy<KnownDrivers?>(
                () => KnownDrivers.Of(start.Compilation, start.CancellationToken),
                LazyThreadSafetyMode.PublicationOnly);
            start.RegisterAdditionalFileAction(file => Check(file, drivers));
        });
    }

    static bool IsStorageFile(AdditionalText file)
    {
        var name = file.Path.Substring(file.Path.LastIndexOfAny(['/', '\\']) + 1);
        return name.Equals("storage.toml", StringComparison.OrdinalIgnoreCase)
            || name.EndsWith(".storage.toml", StringComparison.OrdinalIgnoreCase);
    }

    // By the package and by the project: the compiler hands it on twice.
    static bool IsListedBefore(AdditionalText file, AnalyzerOptions options) =>
        options.AdditionalFiles.First(other => other.Path == file.Path) != file;

    static void Check(AdditionalFileAnalysisContext context, Lazy<KnownDrivers?> drivers)
    {
        if (!IsStorageFile(context.AdditionalFile) || IsListedBefore(context.AdditionalFile, context.Options)
            || context.AdditionalFile.GetText(context.CancellationToken) is not { } text)
            return;
        var file = StorageFile.Read(text, drivers, context.CancellationToken);
        foreach (var rule in Rules)
            foreach (var finding in rule.Find(file))
                context.ReportDiagnostic(finding.At(context.AdditionalFile.Path, rule.Descriptor));
    }
}
