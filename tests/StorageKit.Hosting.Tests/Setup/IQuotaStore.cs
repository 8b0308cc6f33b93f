namespace StorageKit.Hosting.Tests.Setup;

/// <summary>A contract of somebody else.</summary>
[StorageContract("quota_store")]
public interface IQuotaStore;
