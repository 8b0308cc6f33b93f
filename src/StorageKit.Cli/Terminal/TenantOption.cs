namespace StorageKit.Cli.Terminal;

/// <summary>The <c>--tenant</c> of commands that work for one.</summary>
internal static class TenantOption
{
    /// <returns>The system tenant when nothing is given.</returns>
    /// <exception cref="UsageException">It is no UUID.</exception>
    internal static TenantId Parse(string? text) =>
        text is null ? TenantId.System
        : TenantId.TryParse(text, out var tenant) ? tenant
        : throw new UsageException("--tenant: expected a UUID, such as 018f3c5e-…");
}
