namespace StorageKit.Sqlite;

/// <summary>The target did not acknowledge a call; whether it was carried out is not known. Never leaves the driver.
/// </summary>
internal sealed class TargetAwayException(string reason, Exception cause) : Exception(reason, cause);
