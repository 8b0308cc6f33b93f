using StorageKit.Conformance.Tests.Mutants;
using Xunit.Abstractions;

namespace StorageKit.Conformance.Tests.Models;

public sealed class ProbeTests(ITestOutputHelper output)
{
    [Fact]
    public async Task Probe()
    {
        foreach (var mutant in Mutant.All)
            foreach (var id in new[] { "GEN-23", "GEN-25" })
            {
                var result = await ClauseRunner.RunAsync(ClauseCatalog.Get(id), MutantDriver.Create(mutant), 1);
                if (result.Outcome is ClauseOutcome.Failed)
                    output.WriteLine($"{mutant.Info.Id} {mutant.Type.Name} {id} {result.Elapsed.TotalMilliseconds:0} ms: {result.Reason}\n   {result.Replay}");
            }
        output.WriteLine("memory " + (await ClauseRunner.RunAsync(ClauseCatalog.Get("GEN-23"), new(new Registry().Add(StorageKit.Memory.MemoryDriver.Registration), "memory", new DriverHarness()), 1)));
        output.WriteLine("memory " + (await ClauseRunner.RunAsync(ClauseCatalog.Get("GEN-25"), new(new Registry().Add(StorageKit.Memory.MemoryDriver.Registration), "memory", new DriverHarness()), 1)));
        output.WriteLine("memory " + (await ClauseRunner.RunAsync(ClauseCatalog.Get("GEN-22"), new(new Registry().Add(StorageKit.Memory.MemoryDriver.Registration), "memory", new DriverHarness()), 1)));
        output.WriteLine("mut " + (await ClauseRunner.RunAsync(ClauseCatalog.Get("GEN-22"), MutantDriver.Create(Mutant.Get("M-GEN-22-B")), 1)));
    }
}
