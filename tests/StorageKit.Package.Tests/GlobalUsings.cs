global using StorageKit.Package.Tests.Packing;
global using StorageKit.Package.Tests.Processes;
