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
        // 1. One model per class.
        var options = context.SyntaxProvider
            .ForAttributeWithMetadataName("StorageKit.StorageOptionsAttribute", static (_, _) => true, Parse)
            .Where(static model => model is not null)
            .Select(static (model, _) => model!)
            .WithTrackingName(TrackingNames.Options);

        // 2. The files' names must differ in more than capitals, which only all of them together can tell.
        var files = options.Collect()
            .SelectMany(static (all, _) => NameFiles(all))
            .WithTrackingName(TrackingNames.Files);
        context.RegisterSourceOutput(files, static (output, file) => Emit(output, file));
    }
}
