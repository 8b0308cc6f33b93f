namespace StorageKit.Cli.Audit;

/// <summary>Finds the end of a log: positions have no hole, so it is found by halving.</summary>
internal static class AuditLogEnd
{
    /// <returns>The position of the last record; 0 when there is none.</returns>
    internal static async Task<ulong> OfAsync(IAuditLog log, CancellationToken cancellationToken)
    {
        var (last, beyond) = (0ul, 1ul);
        while (await HasAfterAsync(beyond - 1)) (last, beyond) = (beyond, beyond * 2);
        while (beyond - last > 1)
        {
            var middle = last + ((beyond - last) / 2);
            if (await HasAfterAsync(middle - 1)) last = middle;
            else beyond = middle;
        }
        return last;

        async Task<bool> HasAfterAsync(ulong position) =>
            (await log.ReadAsync(position, 1, cancellationToken)).Count > 0;
    }
}
