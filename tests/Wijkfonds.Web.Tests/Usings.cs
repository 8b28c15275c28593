global using Xunit;
global using Wijkfonds.Web.Shared.Words;
