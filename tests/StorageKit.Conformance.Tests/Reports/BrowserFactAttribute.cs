using StorageKit.Testing.Roslyn;

namespace StorageKit.Conformance.Tests.Reports;

/// <summary>A fact that needs Debian's chromium, Node and playwright-core (test.sh fetches them); without them it is
/// skipped and says what is missing.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class BrowserFactAttribute : FactAttribute
{
    public BrowserFactAttribute()
    {
        if (!File.Exists(Browser.Chromium)) Skip = $"there is no {Browser.Chromium}; test.sh installs it";
        else if (Browser.Node is null) Skip = "there is no node on the PATH; test.sh installs it";
        else if (!Directory.Exists(Path.Combine(Browser.Folder, "node_modules", "playwright-core")))
            Skip = $"playwright-core is missing: npm ci --prefix {Path.GetRelativePath(Repository.Root, Browser.Folder)}";
    }
}
