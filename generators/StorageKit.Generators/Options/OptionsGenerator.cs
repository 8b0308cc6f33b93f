using Microsoft.CodeAnalysis;

namespace StorageKit.Generators;

/// <summary>
/// Emits, per class with <c>[StorageOptions]</c>, a binder that reads it from a TOML table without reflection. Reports
/// nothing: the analyzers of SK0007 and SK0008 read the same model.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class OptionsGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        var options = context.SyntaxProvider
            .ForAttributeWithMetadataName("StorageKit.StorageOptionsAttribute", static (_, _) => true, Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Options);
        context.RegisterSourceOutput(options, static (output, model) => Emit(output, model));
    }
}
