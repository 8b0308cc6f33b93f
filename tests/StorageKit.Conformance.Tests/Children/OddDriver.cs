using Microsoft.Win32.SafeHandles;
using StorageKit.Conformance.Tests.Mutants.RateLimit;

namespace StorageKit.Conformance.Tests.Children;

/// <summary>Drivers that do to their process what none should.</summary>
internal static class OddDriver
{
    internal const string Name = "odd";

    internal static void Good(Registry registry) => Add(registry, () => { });

    internal static void HangsWhenOpened(Registry registry) => Add(registry, () => Thread.Sleep(Timeout.Infinite));

    internal static void ThrowsWhenOpened(Registry registry) =>
        Add(registry, () => throw new StorageException(StorageErrorKind.Backend, "no such disk"));

    internal static void EndsTheProcess(Registry registry) => Add(registry, () => Environment.Exit(7));

    internal static void BringsTheProcessDown(Registry registry) =>
        Add(registry, () => Environment.FailFast("the driver has had enough"));

    internal static void PrintsToTheConsole(Registry registry) => Add(registry, () => Console.WriteLine("Hello."));

    internal static void PrintsPastTheConsole(Registry registry) => Add(registry, () =>
    {
        using var output = new FileStream(new SafeFileHandle(1, ownsHandle: false), FileAccess.Write);
        output.Write("Hello.\n"u8);
        output.Flush();
        Environment.Exit(0);
    });

    static void Add(Registry registry, Action open) => registry.Add(new DriverRegistration(Name)
    {
        Stores =
        [
            new(typeof(LockedCounter), [new("rate_limit_counter", typeof(IRateLimitCounter))], (scope, _) =>
            {
                open();
                return new(new LockedCounter(scope.Time));
            }),
        ],
    });
}
