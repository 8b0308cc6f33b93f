using System.Runtime.CompilerServices;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Tests.Load;

/// <summary>The kit's own tests run the load lane against dozens of drivers; half a second each is enough for them.
/// </summary>
internal static class ShortLoad
{
    [ModuleInitializer]
    internal static void Choose()
    {
        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable(LoadTime.Variable)))
            Environment.SetEnvironmentVariable(LoadTime.Variable, "0.5");
    }
}
