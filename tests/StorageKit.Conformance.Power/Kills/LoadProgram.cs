namespace StorageKit.Conformance.Power.Kills;

/// <summary>The process that is killed, or whose server is: uses every contract of the driver at once until then, and
/// says each acknowledge as soon as it has it.</summary>
static class LoadProgram
{
    internal const string Command = "load";
    internal const string Acknowledged = "ack", Failed = "failed";

    /// <summary>Reads the section from standard input, because a section has secrets.</summary>
    internal static async Task<int> RunAsync(string driver, string tenant)
    {
        var section = await Console.In.ReadToEndAsync();
        await using var opened = await KillTarget.NewRegistry().OpenSectionAsync(driver, section);
        var stores = await opened.OpenTenantAsync(TenantId.Parse(tenant));
        var entries = new AuditLanes();
        var output = Console.OpenStandardOutput();
        List<Task> lanes = [];
        for (var i = 0; i < AuditLanes.Count; i++)
        {
            var lane = i;
            lanes.Add(Task.Run(() => RunLaneAsync(
                AuditLanes.NameOf(lane), index => stores.Get<IAuditSink>().EmitAsync(entries.Entry(lane, index)))));
        }
        foreach (var lane in RegisterLane.All.Where(lane => lane.IsOffered(stores)))
            lanes.Add(Task.Run(() => RunLaneAsync(lane.Name, index => lane.StepAsync(stores, index))));
        await Task.WhenAll(lanes);
        return 0;

        async Task RunLaneAsync(string name, Func<int, ValueTask> step)
        {
            for (var index = 0;; index++)
            {
                try
                {
                    await step(index);
                }
                catch (StorageException e)
                {
                    Say($"{Failed} {name} {index} {e.Message}");
                    return;
                }
                Say($"{Acknowledged} {name} {index}");
            }
        }

        // One system call a line: a line is there or it is not. The order of the lines is that of the acknowledges.
        void Say(string line)
        {
            lock (output) output.Write(System.Text.Encoding.UTF8.GetBytes(line + "\n"));
        }
    }
}
