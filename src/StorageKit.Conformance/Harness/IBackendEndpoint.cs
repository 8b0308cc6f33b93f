namespace StorageKit.Conformance;

/// <summary>Probe: where the backend listens, so that the kit can stand between it and the driver.</summary>
public interface IBackendEndpoint
{
    /// <summary>The address that it listens on; a loopback address or a name.</summary>
    string Host { get; }

    /// <summary>The TCP port that it listens on, 1 to 65,535.</summary>
    int Port { get; }

    /// <summary>The harness's section as it is for a driver that reaches the backend at another address.</summary>
    /// <param name="host">The address of whoever stands in between.</param>
    /// <param name="port">Its TCP port.</param>
    string SectionAt(string host, int port);
}
