using StorageKit.Conformance.Tests.Docs;

namespace StorageKit.Conformance.Power.Kills;

/// <summary>Kills a driver's process, or its server, at random moments under load, and looks at what is left.</summary>
static class KillCommand
{
    const int ReportEvery = 25;

    /// <summary>Does so many rounds on one backend, each with a tenant of its own, and stores what came of them. What
    /// was sound after a round is looked at again when all are done.</summary>
    internal static async Task<int> RunAsync(string driver, int rounds)
    {
        await using var target = await KillTarget.StartAsync(driver);
        // The schema is made before anything is killed; later openings are killed too.
        await (await OpenAsync()).DisposeAsync();
        var random = new Random(20_261_204);
        var row = new KillRow(driver, await target.VersionAsync(), 0, 0, 0, 0, 0);
        List<(TenantId Tenant, LoadProcess Load)> done = [];
        for (var round = 0; round < rounds; round++)
        {
            var tenant = TenantId.New();
            using var load = await LoadProcess.StartAsync(driver, target.Section, tenant);
            // One round in five kills at any moment from the start of the process, its opening included.
            if (random.Next(5) > 0) await load.WorksAsync();
            await Task.Delay(random.Next(target.KillsBackend ? 1000 : 250));
            if (!target.KillsBackend && load.Failures is [var unprovoked, ..])
                throw new InvalidOperationException($"A write failed before anything was killed: {unprovoked}");
            await target.KillAsync(round);
            await load.KillAsync();
            await target.RestartAsync();
            done.Add((tenant, load));
            row = Add(row, await VerifyAsync(tenant, load), round, "after the kill") with
            {
                Kills = round + 1, Acknowledged = row.Acknowledged + load.Acknowledged.Count,
            };
            if ((round + 1) % ReportEvery == 0) Console.WriteLine(row);
        }
        foreach (var (tenant, load) in done)
            row = Add(row, await VerifyAsync(tenant, load), done.Count, "at the end");
        var longest = done.MaxBy(one => one.Load.Acknowledged.Count);
        await using (var section = await OpenAsync())
            await KillVerdict.CheckItselfAsync(
                await section.OpenTenantAsync(longest.Tenant), longest.Load.Acknowledged);
        Console.WriteLine(row);
        PowerTable.Write(PowerTable.Kills.ToArray().Where(other => other.Driver != driver).Append(row));
        return row is { Lost: 0, Reordered: 0, HalfWritten: 0 } ? 0 : 1;

        ValueTask<DriverSection> OpenAsync() => KillTarget.NewRegistry().OpenSectionAsync(driver, target.Section);

        async Task<Findings> VerifyAsync(TenantId tenant, LoadProcess load)
        {
            await using var section = await OpenAsync();
            return await KillVerdict.OfAsync(await section.OpenTenantAsync(tenant), load.Acknowledged);
        }
    }

    static KillRow Add(KillRow row, Findings found, int round, string when)
    {
        if (found != default) Console.WriteLine($"{row.Driver}, round {round + 1}, {when}: {found}");
        return row with
        {
            Lost = row.Lost + found.Lost, Reordered = row.Reordered + found.Reordered,
            HalfWritten = row.HalfWritten + found.HalfWritten,
        };
    }
}
