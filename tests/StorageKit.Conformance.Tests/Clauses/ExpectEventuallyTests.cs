namespace StorageKit.Conformance.Tests.Clauses;

public sealed class ExpectEventuallyTests
{
    static readonly TimeSpan s_within = TimeSpan.FromMilliseconds(20);

    [Fact]
    public async Task A_slow_look_that_began_in_time_is_followed_by_one_after_it()
    {
        var looks = 0;
        await Expect.EventuallyAsync(
            async () =>
            {
                await Task.Delay(3 * s_within);
                return ++looks == 2;
            }, s_within, "late", CancellationToken.None);

        Assert.Equal(2, looks);
    }

    [Fact]
    public async Task What_is_still_not_so_after_the_time_is_an_anomaly()
    {
        var looks = 0;
        var thrown = await Assert.ThrowsAsync<ClauseViolationException>(() => Expect.EventuallyAsync(
            () => new(++looks < 0), s_within, "LATE: never came", CancellationToken.None).AsTask());

        Assert.Contains("LATE: never came", thrown.Message);
        Assert.True(looks > 1);
    }
}
