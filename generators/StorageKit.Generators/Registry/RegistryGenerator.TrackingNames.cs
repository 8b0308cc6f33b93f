namespace StorageKit.Generators;

public sealed partial class RegistryGenerator
{
    /// <summary>The names of the generator's steps, for the tests of caching.</summary>
    internal static class TrackingNames
    {
        public const string Stores = "Registry.Stores";
        public const string Drivers = "Registry.Drivers";
    }
}
