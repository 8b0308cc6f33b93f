using StorageKit;
using Xunit;

[StorageDrivers]
internal static partial class Drivers;

public sealed class DriversTests
{
    [Fact]
    public void The_catalog_has_the_own_driver_and_those_of_the_packages() =>
        Assert.Equal(
            ["acme", "memory", "outbox", "sqlite"], Drivers.CreateRegistry().Drivers.Select(driver => driver.Name).Order());
}
