using System.Diagnostics;

namespace StorageKit.Conformance.Load;

/// <summary>What this process holds of the system, and the driver of its backend.</summary>
/// <param name="Handles">Open files, sockets and the like.</param>
/// <param name="Threads">Threads of the system.</param>
/// <param name="Connections">Connections that the backend sees; 0 where the harness cannot count them.</param>
/// <param name="Heap">Bytes of live objects.</param>
internal readonly record struct ResourceUse(int Handles, int Threads, int Connections, long Heap)
{
    const string HandlesOfLinux = "/proc/self/fd";

    internal static async ValueTask<ResourceUse> MeasureAsync(ClauseContext context)
    {
        var connections = context.Driver.Harness.Probe<IResourceProbe>() is { } probe
            ? await probe.ConnectionsAsync(context.CancellationToken).ConfigureAwait(false)
            : 0;
        var heap = LiveHeap();
        using var self = Process.GetCurrentProcess();
        var handles = Directory.Exists(HandlesOfLinux)
            ? Directory.GetFileSystemEntries(HandlesOfLinux).Length
            : self.HandleCount;
        return new(handles, self.Threads.Count, connections, heap);
    }

    /// <summary>Bytes of live objects, after finalizers had their turn.</summary>
    internal static long LiveHeap()
    {
        GC.Collect();
        GC.WaitForPendingFinalizers();
        return GC.GetTotalMemory(forceFullCollection: true);
    }
}
