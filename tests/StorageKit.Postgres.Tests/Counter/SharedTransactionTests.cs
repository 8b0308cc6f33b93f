namespace StorageKit.Postgres.Tests;

/// <summary>Increments of concurrent callers share a transaction; nobody may notice.</summary>
public sealed class SharedTransactionTests(SharedServer shared) : ServerTests(shared)
{
    static readonly TimeSpan s_hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Callers_of_one_key_get_each_their_own_total()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        var totals = await Task.WhenAll(Enumerable.Range(0, 500).Select(
            _ => schema.Counter.IncrementAsync("hot", 3, s_hour).AsTask()));
        Assert.Equal(Enumerable.Range(1, 500).Select(i => (ulong)i * 3), totals.Order());
    }

    [Fact]
    public async Task Amounts_of_many_sizes_and_keys_add_up()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        var sums = await Task.WhenAll(Enumerable.Range(0, 400).Select(async i =>
            (Key: i % 7, Amount: (ulong)i, Total: await schema.Counter.IncrementAsync($"k{i % 7}", (ulong)i, s_hour))));
        foreach (var key in sums.GroupBy(sum => sum.Key))
        {
            // Each total is the one before it and the amount: so the amounts, in the order of the totals, lead there.
            ulong total = 0;
            foreach (var sum in key.OrderBy(sum => sum.Total).ThenBy(sum => sum.Amount))
                Assert.Equal(total += sum.Amount, sum.Total);
            Assert.Equal(total, await schema.Counter.CurrentAsync($"k{key.Key}"));
        }
    }

    [Fact]
    public async Task Callers_that_saturate_a_counter_together_get_the_totals_up_to_its_end()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        await schema.Counter.IncrementAsync("full", ulong.MaxValue - 10, s_hour);
        var totals = await Task.WhenAll(Enumerable.Range(0, 20).Select(
            _ => schema.Counter.IncrementAsync("full", 1, s_hour).AsTask()));
        Assert.Equal(
            Enumerable.Range(0, 20).Select(i => ulong.MaxValue - (ulong)Math.Max(0, 9 - i)), totals.Order());
    }

    [Fact]
    public async Task Amounts_whose_sum_no_number_holds_saturate_a_new_counter()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        var totals = await Task.WhenAll(Enumerable.Range(0, 10).Select(
            _ => schema.Counter.IncrementAsync("huge", ulong.MaxValue / 2, s_hour).AsTask()));
        Assert.Equal(ulong.MaxValue / 2, totals.Min());
        Assert.Equal(8, totals.Count(total => total == ulong.MaxValue));
        Assert.Equal(ulong.MaxValue, await schema.Counter.CurrentAsync("huge"));
    }

    [Fact]
    public async Task A_caller_who_gives_up_waiting_changes_nothing_for_the_others()
    {
        await using var schema = await OpenedSchema.OpenAsync(Server);
        using var given = new CancellationTokenSource();
        var calls = Enumerable.Range(0, 200).Select(i => schema.Counter.IncrementAsync(
            "k", 1, s_hour, i % 2 == 0 ? CancellationToken.None : given.Token).AsTask()).ToList();
        await given.CancelAsync();
        await Task.WhenAll(calls.Select(call => call.ContinueWith(_ => { }, TaskScheduler.Default)));
        var stayed = calls.Where((_, i) => i % 2 == 0).Select(call => call.Result).ToList();
        Assert.Equal(100, stayed.Distinct().Count());
        Assert.All(calls.Where((_, i) => i % 2 == 1), call => Assert.True(call.IsCanceled || call.Result > 0));
        Assert.InRange(await schema.Counter.CurrentAsync("k"), stayed.Max(), 200UL);
    }

    [Fact]
    public async Task Services_that_share_keys_do_not_wait_for_each_other_in_a_circle()
    {
        var section = NewSection(NewSchema());
        var tenant = TenantId.New();
        var services = new List<OpenedSchema>();
        for (var i = 0; i < 4; i++) services.Add(await OpenedSchema.OpenAsync(section, tenant));
        await Task.WhenAll(services.SelectMany((service, s) => Enumerable.Range(0, 500).Select(
            i => service.Counter.IncrementAsync($"k{(s % 2 == 0 ? i : 499 - i) % 20}", 1, s_hour).AsTask())));
        for (var key = 0; key < 20; key++)
            Assert.Equal(100UL, await services[0].Counter.CurrentAsync($"k{key}"));
        foreach (var service in services) await service.DisposeAsync();
    }
}
