using Microsoft.CodeAnalysis;

namespace StorageKit.Generators;

/// <summary>
/// Gives a class with <c>[StorageDrivers]</c> the method <c>CreateRegistry</c>, which registers every driver that the
/// project defines or references. Reports nothing: the analyzer of SK0009 reads the same model.
/// </summary>
[Generator(LanguageNames.CSharp)]
public sealed partial class CatalogGenerator : IIncrementalGenerator
{
    /// <inheritdoc/>
    public void Initialize(IncrementalGeneratorInitializationContext context)
    {
        // 1. The class and the manifests of the references, as values: an edit that changes neither ends here. Without
        //    such a class nothing of the references is read at all.
        var classes = context.SyntaxProvider
            .ForAttributeWithMetadataName("StorageKit.StorageDriversAttribute", static (_, _) => true, Parse)
            .Where(static catalog => catalog is not null)
            .Select(static (catalog, _) => catalog!)
            .WithTrackingName(TrackingNames.Classes);

        // 2. The project's own drivers. Their manifests are generated, so they cannot be read from attributes.
        var own = RegistryGenerator.Drivers(context)
            .Select(static (driver, _) => new OwnDriver(driver.Name, driver.FullName))
            .Collect();

        var catalogs = classes.Combine(own)
            .Select(static (pair, _) => Complete(pair.Left, pair.Right))
            .WithTrackingName(TrackingNames.Catalogs);
        context.RegisterSourceOutput(catalogs, static (output, catalog) => Emit(output, catalog));
    }
}
