using System.Collections.Concurrent;
using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace StorageKit.Conformance.Children;

/// <summary>The child's side: opens the driver, does as many operations as the parent asks for, and tells what became
/// of each as soon as it is known. Ends with its parent.</summary>
internal sealed class ChildProgram
{
    readonly Stream _output = Console.OpenStandardOutput();
    readonly BlockingCollection<int> _asked = [];

    internal static int Run()
    {
        // Not for the processes that a driver may start.
        Environment.SetEnvironmentVariable(ChildHost.HookVariable, null);
        var program = new ChildProgram();
        // What a driver prints is not taken for what the child says.
        Console.SetOut(TextWriter.Null);
        var input = new StreamReader(Console.OpenStandardInput());
        if (input.ReadLine() is not { } line) return 0;
        new Thread(() => program.Listen(input)) { IsBackground = true, Name = "parent" }.Start();
        program.Work(ChildOrder.Parse(line));
        return 0;
    }

    // On a thread of its own: whatever the driver does to the pool, the child ends when its parent has ended.
    void Listen(StreamReader input)
    {
        while (input.ReadLine() is { } line) _asked.Add(int.Parse(line, CultureInfo.InvariantCulture));
        using var self = Process.GetCurrentProcess();
        self.Kill();
    }

    // Each operation begins on this one thread: strace counts the calls of each thread apart, and a driver that does
    // its writes where it was called is then killed at the one that is meant.
    void Work(ChildOrder order)
    {
        Registry registry;
        try
        {
            registry = order.Location.NewRegistry(order.Behind);
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Say(new(ChildLineKind.NotFound, Text: Describe(e)));
            return;
        }
        TenantStores stores;
        try
        {
            var section = registry.OpenSectionAsync(order.Driver, order.Section).AsTask().GetAwaiter().GetResult();
            stores = section.OpenTenantAsync(TenantId.Parse(order.Tenant)).AsTask().GetAwaiter().GetResult();
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Say(new(ChildLineKind.NotOpened, Text: Describe(e)));
            return;
        }
        Say(new(ChildLineKind.Ready));
        var workload = Workload.Create(order.Workload);
        var index = 0;
        foreach (var count in _asked.GetConsumingEnumerable())
        {
            for (var i = 0; i < count; i++)
                StepAsync(workload, stores, index++).AsTask().GetAwaiter().GetResult();
            Say(new(ChildLineKind.Done));
        }
    }

    async ValueTask StepAsync(Workload workload, TenantStores stores, int index)
    {
        var call = Stopwatch.GetTimestamp();
        try
        {
            var result = await workload.StepAsync(stores, index, CancellationToken.None).ConfigureAwait(false);
            Say(new(ChildLineKind.Ack, index, call, Stopwatch.GetTimestamp(), result));
        }
        catch (Exception e) when (e is not OutOfMemoryException)
        {
            Say(new(ChildLineKind.Failed, index, call, Stopwatch.GetTimestamp(), Describe(e)));
        }
    }

    // One system call a line: a line is there or it is not.
    void Say(ChildLine line) => _output.Write(Encoding.UTF8.GetBytes($"{line}\n"));

    static string Describe(Exception e) => e is StorageException storage
        ? $"StorageException of kind {storage.Kind}: {e.Message}"
        : $"{e.GetType().Name}: {e.Message}";
}
