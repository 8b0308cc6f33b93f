namespace StorageKit.Conformance;

/// <summary>Probe: the folder that the driver keeps all its files in.</summary>
public interface IDataFolder
{
    /// <summary>Its path.</summary>
    string Path { get; }
}
