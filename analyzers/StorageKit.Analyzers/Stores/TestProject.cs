using Microsoft.CodeAnalysis;

namespace StorageKit.Analyzers.Stores;

/// <summary>Projects of tests do on purpose what drivers must not: stubs, and emitting concurrently.</summary>
internal static class TestProject
{
    public static bool Is(Compilation compilation)
    {
        foreach (var reference in compilation.ReferencedAssemblyNames)
            if (IsFramework(reference.Name))
                return true;
        return false;
    }

    static bool IsFramework(string assembly) =>
        assembly.StartsWith("xunit", StringComparison.OrdinalIgnoreCase) || assembly is "nunit.framework"
        || assembly.StartsWith("Microsoft.VisualStudio.TestPlatform", StringComparison.Ordinal);
}
