namespace StorageKit.Generators;

public sealed partial class SuiteGenerator
{
    /// <summary>The names of the generator's steps, for the tests of caching.</summary>
    internal static class TrackingNames
    {
        public const string Suites = "Conformance.Suites";
        public const string Wired = "Conformance.Wired";
        public const string References = "Conformance.References";
        public const string Automatic = "Conformance.Automatic";
    }
}
