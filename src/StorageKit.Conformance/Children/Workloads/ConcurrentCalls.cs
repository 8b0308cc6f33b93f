using System.Globalization;
using StorageKit.Conformance.Exercises;

namespace StorageKit.Conformance.Children;

/// <summary>One operation is 256 calls at once, of every member of the driver's contracts in turn.</summary>
internal sealed class ConcurrentCalls : Workload
{
    internal const int Calls = 256;

    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        var seeded = await ExerciseCatalog.SeedAsync(stores, cancellationToken).ConfigureAwait(false);
        var exercises = seeded.SelectMany(contract => contract.Valid).ToList();
        await Task.WhenAll(Enumerable.Range(0, Calls).Select(i => Task.Run(
            () => CallAsync(exercises[i % exercises.Count], cancellationToken), cancellationToken)))
            .ConfigureAwait(false);
        return Calls.ToString(CultureInfo.InvariantCulture);
    }

    internal override ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when) =>
        throw new NotSupportedException("Concurrent calls end in no known state.");

    // In any order: a heartbeat may come after a deregistration. Here it only counts that each call ends.
    static async Task CallAsync(Exercise exercise, CancellationToken cancellationToken)
    {
        try
        {
            await exercise.CallAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (StorageException e) when (e.Kind == StorageErrorKind.NotFound)
        {
            return;
        }
    }
}
