using System.Diagnostics;

namespace StorageKit.Tools.Tests.Attacks;

/// <summary>Somebody with access to a component's folder puts something else where a value was: nothing outside is
/// read, changed or waited for.</summary>
public sealed class PlantedFileAttacks
{
    const string Secret = "a secret outside";

    static async Task<Workshop> OpenAsync()
    {
        var workshop = await Workshop.OpenAsync("""
            [[component]]
            type = "storage"
            name = "docs"
            storage_type = "local"
            base_path = 'FOLDER/box'

            [[agent]]
            name = "a"
            storage = ["docs"]
            """, new() { CallTimeout = TimeSpan.FromSeconds(5) });
        await File.WriteAllTextAsync(Path.Combine(workshop.Folder, "secret"), Secret);
        await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "inside"));
        return workshop;
    }

    /// <summary>The file of the key "k".</summary>
    static string Planted(Workshop workshop) =>
        Directory.GetFiles(workshop.Folder, "k-k", SearchOption.AllDirectories).Single();

    static void Link(string path, string target)
    {
        File.Delete(path);
        File.CreateSymbolicLink(path, target);
    }

    [UnixFact]
    public async Task A_link_to_a_file_outside_is_not_read_nor_told_of_and_is_replaced_by_a_write()
    {
        await using var workshop = await OpenAsync();
        var secret = Path.Combine(workshop.Folder, "secret");
        var planted = Planted(workshop);
        Link(planted, secret);

        var read = await workshop.CallAsync("a", "docs-read", Json.Key("k"));
        Assert.Equal(ToolOutcome.Failed, read.Outcome);
        Assert.DoesNotContain(workshop.Folder, read.Text, StringComparison.Ordinal);
        Assert.False((await workshop.CallAsync("a", "docs-exists", Json.Key("k")))
            .Content().GetProperty("exists").GetBoolean());
        Assert.Empty((await workshop.CallAsync("a", "docs-list")).Keys());
        Assert.False((await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "new"))).IsError);

        Assert.Null(new FileInfo(planted).LinkTarget);
        Assert.Equal("new", (await workshop.CallAsync("a", "docs-read", Json.Key("k"))).String("value"));
        Assert.Equal(Secret, await File.ReadAllTextAsync(secret));
    }

    [UnixFact]
    public async Task A_link_is_deleted_and_what_it_leads_to_stays()
    {
        await using var workshop = await OpenAsync();
        var secret = Path.Combine(workshop.Folder, "secret");
        Link(Planted(workshop), secret);

        Assert.False((await workshop.CallAsync("a", "docs-delete", Json.Key("k"))).IsError);

        Assert.Equal(Secret, await File.ReadAllTextAsync(secret));
    }

    [UnixFact]
    public async Task A_chain_of_links_a_link_to_the_root_and_a_dangling_one_are_not_followed()
    {
        await using var workshop = await OpenAsync();
        var planted = Planted(workshop);
        var middle = Path.Combine(workshop.Folder, "middle");
        File.CreateSymbolicLink(middle, Path.Combine(workshop.Folder, "secret"));
        var root = Path.Combine(workshop.Folder, "box");
        foreach (var target in (string[])[middle, root, "/no/such", "/proc/self/environ"])
        {
            Link(planted, target);
            Assert.True((await workshop.CallAsync("a", "docs-read", Json.Key("k"))).IsError);
        }
    }

    [UnixFact]
    public async Task A_hard_link_is_replaced_by_a_write_and_the_file_outside_keeps_its_content()
    {
        await using var workshop = await OpenAsync();
        var secret = Path.Combine(workshop.Folder, "secret");
        var planted = Planted(workshop);
        File.Delete(planted);
        await RunAsync("ln", secret, planted);

        Assert.False((await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "new"))).IsError);

        Assert.Equal(Secret, await File.ReadAllTextAsync(secret));
    }

    [UnixFact]
    public async Task A_pipe_a_device_and_a_folder_are_refused_without_waiting_for_them()
    {
        await using var workshop = await OpenAsync();
        var planted = Planted(workshop);
        File.Delete(planted);
        await RunAsync("mkfifo", planted);
        await RefusedAtOnceAsync(workshop);
        Link(planted, "/dev/zero");
        await RefusedAtOnceAsync(workshop);
        File.Delete(planted);
        Directory.CreateDirectory(planted);
        await RefusedAtOnceAsync(workshop);
        Directory.Delete(planted);

        Assert.False((await workshop.CallAsync("a", "docs-write", Json.KeyValue("k", "v"))).IsError);
    }

    [UnixFact]
    public async Task A_file_that_is_swapped_with_a_link_all_the_time_never_leaks_what_the_link_leads_to()
    {
        await using var workshop = await OpenAsync();
        var planted = Planted(workshop);
        var (link, plain) = (planted + ".link", planted + ".plain");
        using var stop = new CancellationTokenSource();
        var swaps = 0;
        var swapping = Task.Run(() =>
        {
            while (!stop.IsCancellationRequested)
            {
                File.CreateSymbolicLink(link, Path.Combine(workshop.Folder, "secret"));
                File.Move(link, planted, overwrite: true);
                File.WriteAllText(plain, "inside");
                File.Move(plain, planted, overwrite: true);
                swaps++;
            }
        });

        var (inside, refused) = (0, 0);
        for (var i = 0; i < 20_000; i++)
        {
            var read = await workshop.CallAsync("a", "docs-read", Json.Key("k"));
            if (read.IsError) refused++;
            else if (read.String("value") == "inside") inside++;
            Assert.DoesNotContain(Secret, read.Text, StringComparison.Ordinal);
        }
        await stop.CancelAsync();
        await swapping;

        Assert.True(swaps > 100 && inside > 0 && refused > 0, $"{swaps} swaps, {inside} inside, {refused} refused");
    }

    static async Task RefusedAtOnceAsync(Workshop workshop)
    {
        var watch = Stopwatch.StartNew();
        var read = await workshop.CallAsync("a", "docs-read", Json.Key("k"));
        Assert.Equal(ToolOutcome.Failed, read.Outcome);
        Assert.InRange(watch.Elapsed, TimeSpan.Zero, TimeSpan.FromSeconds(4));
    }

    static async Task RunAsync(string program, params string[] arguments)
    {
        using var process = Process.Start(program, arguments);
        await process.WaitForExitAsync();
        Assert.Equal(0, process.ExitCode);
    }
}

/// <summary>A fact about links, pipes and devices as Unix systems have them.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class UnixFactAttribute : FactAttribute
{
    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = "no Unix system";
    }
}
