using StorageKit.Conformance.Load;

namespace StorageKit.Conformance.Tests.Load;

public sealed class LatencyHistogramTests
{
    [Theory]
    [InlineData(0.0001)]
    [InlineData(0.02)]
    [InlineData(1)]
    [InlineData(37.5)]
    [InlineData(59_000)]
    public void A_quantile_is_the_latency_or_at_most_an_eighth_more(double milliseconds)
    {
        var latency = TimeSpan.FromMilliseconds(milliseconds);
        var histogram = new LatencyHistogram();
        histogram.Add(latency);
        Assert.InRange(histogram.Quantile(0.99), latency, latency + (latency / 8) + TimeSpan.FromTicks(1));
    }

    [Fact]
    public void Quantiles_are_of_all_callers_together()
    {
        var all = new LatencyHistogram();
        for (var caller = 0; caller < 10; caller++)
        {
            var own = new LatencyHistogram();
            for (var i = 1; i <= 10; i++) own.Add(TimeSpan.FromMilliseconds((10 * caller) + i));
            all.Add(own);
        }
        Assert.Equal(100, all.Count);
        Assert.InRange(all.Quantile(0.5).TotalMilliseconds, 50, 57);
        Assert.InRange(all.Quantile(0.99).TotalMilliseconds, 99, 112);
        Assert.InRange(all.Quantile(0).TotalMilliseconds, 0, 2);
    }

    [Fact]
    public void Without_a_call_a_quantile_is_zero() =>
        Assert.Equal(TimeSpan.Zero, new LatencyHistogram().Quantile(0.99));
}
