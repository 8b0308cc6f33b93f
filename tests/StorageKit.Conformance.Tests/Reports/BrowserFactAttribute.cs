using StorageKit.Testing;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>A fact that needs Debian's chromium, Node and playwright-core (test.sh fetches them); without them it is
/// skipped and says what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        Skip = File.Exists(Browser.Chromium) ? NodePrograms.WhyNot(Browser.Folder, "playwright-core")
            : $"there is no {Browser.Chromium}; test.sh installs it";
    }
}
