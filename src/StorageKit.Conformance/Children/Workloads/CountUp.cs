using System.Globalization;

namespace StorageKit.Conformance.Children;

/// <summary>Each operation adds 1 to one key.</summary>
internal sealed class CountUp : Workload
{
    internal const string Key = "shared";

    internal static readonly TimeSpan Window = TimeSpan.FromHours(1);

    internal override async ValueTask<string> StepAsync(
        TenantStores stores, int index, CancellationToken cancellationToken)
    {
        var total = await stores.Get<IRateLimitCounter>().IncrementAsync(Key, 1, Window, cancellationToken)
            .ConfigureAwait(false);
        return total.ToString(CultureInfo.InvariantCulture);
    }

    internal override async ValueTask VerifyAsync(
        ClauseContext context, TenantStores stores, int acknowledged, string when)
    {
        var total = await stores.Get<IRateLimitCounter>().CurrentAsync(Key, context.CancellationToken)
            .ConfigureAwait(false);
        Expect.That(
            total >= (ulong)acknowledged,
            $"{when} the total is {total}: {(ulong)acknowledged - total} of {acknowledged} acknowledged increments "
            + "are lost");
        Expect.That(
            total <= (ulong)acknowledged + 1,
            $"{when} the total is {total}, though {acknowledged} increments of 1 were acknowledged and one was under "
            + "way");
    }
}
