using StorageKit.Cli.Terminal;
using StorageKit.Conformance;

namespace StorageKit.Cli.Certify;

/// <summary>Runs clauses in a place of their own, which is removed whatever happens.</summary>
internal sealed class Certifying(string file, string driver)
{
    readonly Registry _registry = Drivers.CreateRegistry();

    /// <returns>The exit code.</returns>
    internal Task<int> RunAsync(
        IReadOnlyCollection<Lane> lanes, int? seed, string folder, bool asJson, CancellationToken cancellationToken)
    {
        // Before the run, which may last for minutes, and not after it.
        MakeFolder(folder);
        return WithScratchAsync(
            async (underTest, token) =>
            {
                var report = await CertifyingProgress.WatchAsync(
                    underTest, lanes, progress => Certification.RunAsync(underTest, lanes, seed, progress, token));
                var (html, json) = (Path.Combine(folder, "conformance.html"), Path.Combine(folder, "conformance.json"));
                await using (var page = File.Create(html)) HtmlReport.Write(report, page);
                await using (var document = File.Create(json)) JsonReport.Write(report, document);
                if (asJson) Console.Out.WriteLine(await File.ReadAllTextAsync(json, token));
                else Write(report, html);
                return report.HasNoFailure ? ExitCodes.Success : ExitCodes.Failure;
            },
            cancellationToken);
    }

    static void MakeFolder(string folder)
    {
        try
        {
            Directory.CreateDirectory(folder);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new UsageException(
                $"--to: the folder {folder} cannot be made ({e.GetType().Name}); name one that can be written.");
        }
    }

    /// <returns>The exit code.</returns>
    internal Task<int> ReplayAsync(ReplayString replay, CancellationToken cancellationToken) => WithScratchAsync(
        async (underTest, token) =>
        {
            var result = await ClauseRunner.ReplayAsync(replay.Format(), underTest, token);
            Console.Out.WriteLine(result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive
                ? Explain(result)
                : $"{result.Clause.Id} {result.Outcome.ToString().ToLowerInvariant()} {result.Reason}".TrimEnd());
            return result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive
                ? ExitCodes.Failure
                : ExitCodes.Success;
        },
        cancellationToken);

    async Task<int> WithScratchAsync(
        Func<DriverUnderTest, CancellationToken, Task<int>> run, CancellationToken cancellationToken)
    {
        var scratch = Scratch.Create(_registry, StorageConfig.Load(file), driver);
        var opened = false;
        try
        {
            await EnsureEmptyAsync(scratch, cancellationToken);
            opened = true;
            Console.Error.WriteLine($"storagekit: {driver}, in {scratch.Where}");
            await using var harness = scratch.Harness();
            return await run(
                new DriverUnderTest(_registry, driver, harness) { Register = scratch.Register }, cancellationToken);
        }
        finally
        {
            // What could not be opened holds nothing, and cannot be opened to be removed either.
            if (opened || scratch is FolderScratch) await scratch.DisposeAsync();
        }
    }

    /// <summary>The name is new, so something can only be there when the section was not moved: better not begin.
    /// </summary>
    async Task EnsureEmptyAsync(Scratch scratch, CancellationToken cancellationToken)
    {
        await using var section = await _registry.OpenSectionAsync(
            driver, scratch.Text, cancellationToken: cancellationToken);
        await using var stores = await section.OpenTenantAsync(TenantId.System, cancellationToken);
        if ((stores.Find<IAuditLog>() is { } log && (await log.ReadAsync(0, 1, cancellationToken)).Count > 0)
            || (stores.Find<IObjectStore>() is { } objects && await AnyAsync(objects.ListAsync("", cancellationToken)))
            || (stores.Find<ILifecycleMonitor>() is { } agents && await AnyAsync(agents.ListAsync(cancellationToken))))
            throw new UsageException($"{scratch.Where} is not empty; nothing was run.");
    }

    static async Task<bool> AnyAsync<T>(IAsyncEnumerable<T> items)
    {
        await foreach (var _ in items) return true;
        return false;
    }

    void Write(ConformanceReport report, string html)
    {
        foreach (var failure in report.Results.Where(
            result => result.Outcome is ClauseOutcome.Failed or ClauseOutcome.Inconclusive))
            Console.Out.WriteLine(Explain(failure) + "\n");
        Console.Out.WriteLine(report.ToString());
        foreach (var level in report.Levels())
            Console.Out.WriteLine($"  {Name(level.Level),-15} {level.Summary}");
        Console.Out.WriteLine(Path.GetFullPath(html));
    }

    static string Name(Level level) =>
        level == Level.FaultTolerant ? "fault-tolerant" : level.ToString().ToLowerInvariant();

    /// <summary>As a suite explains it, with the command of this tool.</summary>
    string Explain(ClauseResult result) => string.Join('\n', result.Explain().Split('\n').Select(
        line => line.StartsWith("Replay (seed ", StringComparison.Ordinal)
            ? $"Replay: storagekit replay {result.Replay} {file} --driver {driver}"
            : line));
}
