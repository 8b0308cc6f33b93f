namespace StorageKit.Generators;

public sealed partial class OptionsGenerator
{
    /// <summary>The names of the generator's steps, for the tests of caching.</summary>
    internal static class TrackingNames
    {
        public const string Options = "Options.Options";
        public const string Files = "Options.Files";
    }
}
