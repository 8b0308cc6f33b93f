using System.Diagnostics;
using StorageKit.Conformance.Exercises;
using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Clauses;

/// <summary>10,000 operations and 100 openings leave handles, threads, connections and the heap at their baseline.
/// </summary>
/// <remarks>As many of them as go into the lane's time, but at least 20 openings. Other tests run in the same process,
/// so growth counts only when each of five rounds shows it: what a driver leaks, it leaks in each.</remarks>
[Clause(
    "GEN-15", "10,000 operations and 100 openings leave handles, threads, connections and the heap at their baseline.",
    Lane = Lane.Load)]
internal sealed class GEN15_NothingLeaks : Clause
{
    const int Operations = 10_000;
    const int Openings = 100;
    const int FewestOpenings = 20;
    const int Rounds = 5;
    const int Looks = 5;
    static readonly TimeSpan s_betweenLooks = TimeSpan.FromMilliseconds(200);

    public override async ValueTask CheckAsync(ClauseContext context)
    {
        var time = LoadTime.FromEnvironment() / 2;
        await UseAsync(context, Operations / 20, time).ConfigureAwait(false);
        await OpenAsync(context, FewestOpenings / 2, time).ConfigureAwait(false);
        string? growth = null;
        for (var round = 0; round < Rounds; round++)
        {
            var before = await ResourceUse.MeasureAsync(context).ConfigureAwait(false);
            var operations = await UseAsync(context, Operations, time).ConfigureAwait(false);
            var openings = await OpenAsync(context, Openings, time).ConfigureAwait(false);
            growth = await GrowthAsync(context, before, operations, openings).ConfigureAwait(false);
            if (growth is not null) continue;
            context.Measure("operations", operations, "calls");
            context.Measure("openings", openings, "sections");
            return;
        }
        throw new ClauseViolationException($"LEAK: {growth}; and so in each of {Rounds} rounds");
    }

    static async Task<int> UseAsync(ClauseContext context, int operations, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        var all = ExerciseCatalog.Of(context.Stores);
        while (done < operations && Stopwatch.GetElapsedTime(start) < time)
            foreach (var exercises in all) done += await RunAsync(exercises, context).ConfigureAwait(false);
        return done;
    }

    static async Task<int> OpenAsync(ClauseContext context, int openings, TimeSpan time)
    {
        var start = Stopwatch.GetTimestamp();
        var done = 0;
        for (; done < openings && (done < FewestOpenings || Stopwatch.GetElapsedTime(start) < time); done++)
        {
            var section = await context.Driver.Registry.OpenSectionAsync(
                context.Driver.Name, context.Driver.Harness.Section, context.Services, context.CancellationToken)
                .ConfigureAwait(false);
            await using var owned = section.ConfigureAwait(false);
            var stores = await section.OpenTenantAsync(context.Tenant, context.CancellationToken).ConfigureAwait(false);
            await RunAsync(ExerciseCatalog.Of(stores)[0], context).ConfigureAwait(false);
        }
        return done;
    }

    static async Task<int> RunAsync(ContractExercises exercises, ClauseContext context)
    {
        await exercises.SeedAsync(context.CancellationToken).ConfigureAwait(false);
        var valid = exercises.Valid;
        foreach (var exercise in valid) await exercise.CallAsync(context.CancellationToken).ConfigureAwait(false);
        return valid.Count + 1;
    }

    // What is closed in the background may take a moment, so it is looked at more than once.
    static async Task<string?> GrowthAsync(ClauseContext context, ResourceUse before, int operations, int openings)
    {
        string? growth = null;
        for (var look = 0; look < Looks; look++)
        {
            if (look > 0) await Task.Delay(s_betweenLooks, context.CancellationToken).ConfigureAwait(false);
            var after = await ResourceUse.MeasureAsync(context).ConfigureAwait(false);
            growth = Growth(before, after, operations, openings);
            if (growth is null) return null;
        }
        return growth;
    }

    static string? Growth(ResourceUse before, ResourceUse after, int operations, int openings)
    {
        // One for every second opening; what a runtime keeps for itself is a few.
        var limit = openings / 2;
        var heapLimit = 128_000L + (16L * operations) + (1_000L * openings);
        var use = $"after {operations} operations and {openings} openings";
        if (after.Handles - before.Handles > limit)
            return $"{after.Handles - before.Handles} more handles {use}";
        if (after.Threads - before.Threads > limit)
            return $"{after.Threads - before.Threads} more threads {use}";
        if (after.Connections - before.Connections > limit)
            return $"{after.Connections - before.Connections} more connections {use}";
        return after.Heap - before.Heap > heapLimit
            ? $"{(after.Heap - before.Heap) / 1000} kB more on the heap {use}"
            : null;
    }
}
