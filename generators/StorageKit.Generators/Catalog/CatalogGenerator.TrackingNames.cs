namespace StorageKit.Generators;

public sealed partial class CatalogGenerator
{
    /// <summary>The names of the generator's steps, for the tests of caching.</summary>
    internal static class TrackingNames
    {
        public const string Classes = "Catalog.Classes";
        public const string Catalogs = "Catalog.Catalogs";
    }
}
