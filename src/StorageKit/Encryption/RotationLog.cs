using Microsoft.Extensions.Logging;

namespace StorageKit;

/// <summary>What a rotation logs: ids of tenants and keys, and numbers; never a secret's name.</summary>
internal static partial class RotationLog
{
    [LoggerMessage(
        101, LogLevel.Information,
        "Tenant {Tenant} has secrets that are not sealed with key \"{Active}\"; they are being sealed again.")]
    internal static partial void Started(ILogger logger, TenantId tenant, string active);

    [LoggerMessage(102, LogLevel.Information, "{Count} secrets of tenant {Tenant} were sealed again so far.")]
    internal static partial void Progress(ILogger logger, int count, TenantId tenant);

    [LoggerMessage(
        103, LogLevel.Information, "{Count} secrets of tenant {Tenant} were sealed again with key \"{Active}\".")]
    internal static partial void Done(ILogger logger, int count, TenantId tenant, string active);

    [LoggerMessage(
        104, LogLevel.Information,
        "No secret of tenant {Tenant} is sealed with key \"{Key}\" any more; when this was said of every tenant, the "
        + "key may be removed from [storage.encryption.keys].")]
    internal static partial void KeyIsUnused(ILogger logger, TenantId tenant, string key);

    [LoggerMessage(
        105, LogLevel.Information,
        "No secret of tenant {Tenant} lies unencrypted any more; when this was said of every tenant, plaintext = true "
        + "may be removed from {Section}.")]
    internal static partial void NoneIsPlain(ILogger logger, TenantId tenant, string section);

    [LoggerMessage(
        106, LogLevel.Warning,
        "{Count} secrets of tenant {Tenant} are sealed with key \"{Key}\", which is not on the key ring; add it to "
        + "[storage.encryption.keys], or put them again.")]
    internal static partial void KeyIsMissing(ILogger logger, int count, TenantId tenant, string key);

    [LoggerMessage(
        107, LogLevel.Warning,
        "{Count} secrets of tenant {Tenant} fail their integrity check under key \"{Key}\" and were left as they are; "
        + "set the key they were put with, or put them again.")]
    internal static partial void IsDamaged(ILogger logger, int count, TenantId tenant, string key);

    [LoggerMessage(
        108, LogLevel.Warning,
        "{Count} secrets of tenant {Tenant} lie unencrypted, and {Section} does not say plaintext = true; say so until "
        + "they are sealed, or put them again.")]
    internal static partial void IsPlain(ILogger logger, int count, TenantId tenant, string section);

    [LoggerMessage(
        109, LogLevel.Warning,
        "{Count} secrets of tenant {Tenant} are damaged and were left as they are; put them again.")]
    internal static partial void IsUnknown(ILogger logger, int count, TenantId tenant);

    [LoggerMessage(
        110, LogLevel.Warning,
        "Sealing the secrets of tenant {Tenant} again was interrupted ({Reason}); it goes on in {Seconds} s.")]
    internal static partial void Interrupted(ILogger logger, TenantId tenant, string reason, double seconds);

    [LoggerMessage(
        111, LogLevel.Error,
        "Sealing the secrets of tenant {Tenant} again ended inside the driver ({Reason}); it begins anew at the next "
        + "start.")]
    internal static partial void Broke(ILogger logger, TenantId tenant, string reason);
}
