using Microsoft.CodeAnalysis;

namespace StorageKit.Generators;

/// <summary>
/// Emits, per driver name, the class <c>AcmeDriver</c> with the driver's registration, and the assembly attribute by
/// which applications and suites find it. Reports nothing: the analyzers of SK0001 to SK0003 read the same model.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class RegistryGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context) =>
        context.RegisterSourceOutput(Drivers(context), static (output, driver) => Emit(output, driver));

    /// <summary>Every sound driver of the compilation; the catalog generator asks for them too.</summary>
    internal static IncrementalValuesProvider<RegistryModel> Drivers(IncrementalGeneratorInitializationContext context)
    {
        // 1. One model per class. Runs again on every edit, because a resource may stand in another file.
        var stores = context.SyntaxProvider
            .ForAttributeWithMetadataName("StorageKit.StorageDriverAttribute", static (_, _) => true, ParseStore)
            .Where(static store => store is not null)
            .Select(static (store, _) => store!)
            .WithTrackingName(TrackingNames.Stores);

        // 2. One model per driver, so that an edit of one driver leaves the files of the others alone.
        return stores.Collect()
            .SelectMany(static (all, _) => Assemble(all))
            .WithTrackingName(TrackingNames.Drivers);
    }
}
