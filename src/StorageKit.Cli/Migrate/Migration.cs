using StorageKit.Cli.Config;
using StorageKit.Cli.Terminal;
using StorageKit.Toml;

namespace StorageKit.Cli.Migrate;

/// <summary>Copies a tenant's stores from those of one configuration to those of another, and compares them at the end.
/// </summary>
internal sealed class Migration(string fromFile, string toFile, TenantId tenant, IReadOnlyCollection<string> only)
{
    readonly Registry _registry = Drivers.CreateRegistry();

    internal async Task<IReadOnlyList<MoveResult>> RunAsync(CancellationToken cancellationToken)
    {
        var (from, to) = (StorageConfig.Load(fromFile), StorageConfig.Load(toFile));
        var plan = Plan(from, to).ToList();
        var kinds = plan.Where(move => move.Skipped is null).Select(move => move.Kind).ToList();
        await using var source = await _registry.OpenAsync(from, kinds.Contains, null, cancellationToken);
        await using var target = await _registry.OpenAsync(to, kinds.Contains, null, cancellationToken);
        await using var sourceStores = await source.OpenTenantAsync(tenant, cancellationToken);
        await using var targetStores = await target.OpenTenantAsync(tenant, cancellationToken);
        var moves = plan.Select(
            move => (Result: move, Move: move.Skipped is null ? Moves.Of(move.Kind, sourceStores, targetStores) : null))
            .ToList();
        var possible = moves.Where(move => move.Move is { Obstacle: null }).ToList();

        var journal = new MigrationJournal(fromFile, toFile, tenant);
        if (!journal.IsUnderWay())
        {
            foreach (var (result, move) in possible)
                if (!await move!.IsTargetEmptyAsync(cancellationToken))
                    throw new UsageException(
                        $"{toFile}: the {result.Kind} ({result.To}) is not empty for tenant {tenant}; nothing was "
                        + "copied. Name a target that is, or leave it out with --only.");
            journal.Begin();
        }
        foreach (var (result, move) in possible) await CopyAsync(result.Kind, move!, cancellationToken);

        List<MoveResult> results = [];
        foreach (var (result, move) in moves)
            results.Add(move is null ? result
                : move.Obstacle is { } obstacle ? result with { Problem = obstacle }
                : await CompareAsync(result, move, cancellationToken));
        if (results.All(result => result.Problem is null || result.Count is null)) journal.End();
        return results;
    }

    static async Task CopyAsync(string kind, IMove move, CancellationToken cancellationToken)
    {
        using var progress = ProgressLine.Create();
        await move.CopyAsync(count => progress.Report(count, $"of {kind}"), cancellationToken);
    }

    static async Task<MoveResult> CompareAsync(MoveResult result, IMove move, CancellationToken cancellationToken)
    {
        var (count, difference) = await move.CompareAsync(cancellationToken);
        return result with { Count = count, Problem = difference };
    }

    IEnumerable<MoveResult> Plan(StorageConfig from, StorageConfig to)
    {
        foreach (var unknown in only.Where(kind => !Moves.Kinds.Contains(kind, StringComparer.Ordinal)))
            throw new UsageException($"--only {unknown}: expected one of {string.Join(", ", Moves.Kinds)}.");
        foreach (var kind in Moves.Kinds)
        {
            if ((only.Count > 0 && !only.Contains(kind)) || !from.TryGetDriver(kind, out var source)) continue;
            to.TryGetDriver(kind, out var target);
            yield return new(kind, source, target ?? "-", null, Skipped: WhyNot(kind, source, target, from, to));
        }
    }

    string? WhyNot(string kind, string source, string? target, StorageConfig from, StorageConfig to) =>
        IsProcessLocal(source, kind) ? "nothing of it outlives its process"
        : target is null ? "the target selects no driver for it"
        : IsProcessLocal(target, kind) ? "the target would forget it at once"
        : source == target && Section(from, source) == Section(to, target) ? "the same store"
        : null;

    bool IsProcessLocal(string driver, string kind) => _registry.Drivers
        .FirstOrDefault(known => known.Name == driver)?.StoreOf(kind)?.ProcessLocal == true;

    // Never shown: it holds secrets.
    static string Section(StorageConfig config, string driver) =>
        config.Root["storage"] is TomlTable storage && storage[driver] is TomlTable section
            ? TomlTree.Of(section).ToJsonString()
            : "";
}
