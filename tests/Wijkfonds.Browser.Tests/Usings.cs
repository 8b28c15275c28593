global using Microsoft.Playwright;
global using Wijkfonds.Browser.Tests.Shared;
global using Wijkfonds.Web.Tests.Shared;
global using Xunit;
